using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a metric's trend.</summary>
internal sealed record MetricTrendQuery(
    KnownMetric Metric, FinancialYear? From, FinancialYear? To, PeerSpecification? Peers, KnownModel? Model, CouncilName? Council,
    Code<FigureStatus>? Status, Code<Precision>? Precision, SnapshotPin? Snapshot);

/// <summary>Any metric over the years. A year that nobody filed is there without figures.</summary>
internal static class GetMetricTrend
{
    private static readonly string[] Columns =
    [
        "metric", "year", "status", "council", "value", "state", "band", "verdict", "peers", "count", "median", "q1", "q3", "afterBreak",
        "name", "breaks", "population", "populationYear", "populationVintage", "populationSource", "origin", "publication",
        "edition", "filedValue",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/trends/metrics/{metric}", Handle)
        .WithSummary("One metric over the years, with the peers' median and quartiles and the direction.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] MetricTrendQuery query, FigureReader figures, HttpContext context)
    {
        var metric = query.Metric.Metric;
        var range = new TrendRange(query.From, query.To, query.Council?.Code, query.Status.GetValueOrDefault().Value);
        if (!(await TrendSources.Open(query.Snapshot, query.Peers, query.Model, figures, context)).TryGet(out var sources, out var problem)
            || !(await sources.Read(metric.Code, range, context.RequestAborted)).TryGet(out var years, out problem))
        {
            return problem;
        }

        var precision = query.Precision.GetValueOrDefault().Value;
        var traced = MetricTrends.Trace(metric, range.Status, years.Select(year => year.Compare(metric)), ReferenceData.Current);
        var trend = TrendPublication.Publish(traced, ReferenceData.Current, precision);
        var body = AnswerBody.With(trend, sources.Slices.Versions, sources.Permalink(context.Request));
        body["peersModel"] = sources.Peers.UsedModel;
        body.Tell(precision);
        body["projection"] = AnswerBody.Part(MetricProjections.Of(traced, ReferenceData.Current));
        return new Answer(body, new CsvTable(Columns, trend.Years.Select(y => (IReadOnlyList<object?>)
        [
            trend.Metric, y.Year, trend.Status, trend.Council, y.Value, y.State, y.Band, y.Verdict, trend.Peers, y.Count, y.Median, y.Q1,
            y.Q3,
            y.AfterBreak, trend.Name, TrendSources.Words(y.Breaks), y.Population?.People, y.Population?.Year, y.Population?.Vintage,
                y.Population?.Source,
            y.Origin, y.Publication, y.Edition, y.FiledValue,
        ])));
    }
}
