using Benchmarking.Core.Comparing;
using Benchmarking.Core.Comparing.Needs;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>One metric, year and status over a peer group, with a council's place in it. A year without figures is an answer: all
/// missing.</summary>
internal static class GetComparison
{
    private static readonly string[] Columns =
    [
        "metric", "label", "unit", "polarity", "denominator", "year", "status", "basis", "peers", "council", "name", "value", "state",
        "band",
        "lower", "upper", "figureBasis", "receipts", "version", "subject", "figureNumerator", "figureDenominator", "origin", "publisher",
        "publication", "edition", "filedValue",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/comparisons/{metric}", Handle)
        .WithSummary("One metric and year over a peer group, with a council's place in it.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle(
        [AsParameters] ComparisonQuery query, Code<FunnelDetail>? funnel, FigureReader figures, HttpContext context)
    {
        if (!(await RequestedComparison.Read(query, figures, context)).TryGet(out var requested, out var problem))
        {
            return problem;
        }

        var compared = requested.Compare(requested.Observations);
        var precision = query.Places;
        var comparison = Publication.Publish(compared, precision);
        var body = AnswerBody.With(comparison, requested.Slices.Versions, requested.Slices.Permalink(context.Request, requested.Requested));
        body["funnel"] = Funnel.Of(compared) is { } plot
            ? AnswerBody.Part(FunnelPublication.Publish(plot, requested.Metric, funnel is { Value: FunnelDetail.Limits }))
            : null;
        body["needAdjusted"] = requested.Metric.Drivers is null
            ? null
            : AnswerBody.Part(NeedAdjusted.Of(requested.OverAll(), ReferenceData.Current));
        body["target"] = AnswerBody.Part(TargetComparison.Of(compared, query.Target?.Value, precision));
        body.Tell(precision);
        return new Answer(body, Table(compared, requested.Slices.Versions, precision));
    }

    /// <summary>A row a council; the subject's own is marked, and is there too where the peers do not hold it.</summary>
    internal static CsvTable Table(Comparison compared, IReadOnlyList<UsedSlice> versions, Precision precision)
    {
        var version = versions.Count == 1 ? versions[0].Version : null;
        var c = Publication.Publish(compared, precision);
        var figures = compared.Subject is { } subject && c.Councils.All(figure => figure.Council != c.Subject!.Council)
            ? c.Councils.Prepend(Publication.Publish(subject.Figure, c.Decimals, precision))
            : c.Councils;
        return new CsvTable(Columns, figures.Select(f => (IReadOnlyList<object?>)
        [
            c.Metric, c.Label, c.Unit, c.Polarity, c.Denominator, c.Year, c.Status, c.Basis, c.PeerGroup.Code,
            f.Council, f.Name, f.Value, f.State, f.Band, f.Lower, f.Upper, f.Basis, string.Join(' ', f.Sources.Select(s => s.Receipt)),
            version,
            f.Council == c.Subject?.Council, f.Numerator, f.Denominator,
            f.Origin, f.Publisher, f.Publication, f.Edition, f.FiledValue,
        ]));
    }
}
