using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The metric catalogue: what is compared, in words, and the years for which figures are held.</summary>
internal static class GetMetrics
{
    private static readonly string[] Columns =
        ["code", "label", "definition", "unit", "polarity", "denominator", "source", "caveats", "decimals", "years"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/metrics", List).WithSummary("The metric catalogue.").Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet("/metrics/{metric}", One).WithSummary("One metric.").Requires(Act.ReadFigures).AnswersIn(Form.Json);
    }

    private static async Task<IResult> List(SliceReader slices, CancellationToken cancellation)
    {
        var years = await slices.YearsByMetric(cancellation);
        var metrics = ReferenceData.Current.Metrics.All.Select(metric => Entry(metric, years)).ToArray();
        return new Answer(new { metrics }, new CsvTable(Columns, metrics.Select(m => (IReadOnlyList<object?>)
        [
            m.Code, m.Label, m.Definition, Codes.Of(m.Unit), Codes.Of(m.Polarity), m.Denominator, m.Source, string.Join(" ", m.Caveats),
            m.Decimals,
            string.Join(" ", m.Years),
        ])));
    }

    private static async Task<IResult> One(KnownMetric metric, SliceReader slices, CancellationToken cancellation) =>
        new Answer(Entry(metric.Metric, await slices.YearsByMetric(cancellation)));

    private static MetricEntry Entry(Metric m, ILookup<string, FinancialYear> years) => new(
        m.Code, m.Label, m.Definition, m.Unit, m.Polarity, m.Denominator, m.Source, m.Caveats, m.Decimals, m.Material, m.Standards ?? [],
        [.. years[m.Code].Distinct().Order()]);

    private sealed record MetricEntry(
        string Code, string Label, string Definition, MetricUnit Unit, Polarity Polarity, string? Denominator, string Source,
        IReadOnlyList<string> Caveats, int Decimals, MaterialDifference MaterialDifference, IReadOnlyList<Standard> Standards,
        IReadOnlyList<FinancialYear> Years);
}
