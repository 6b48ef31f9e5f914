using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The metric catalogue: what is compared, in words, and the years for which figures are held.</summary>
internal static class GetMetrics
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/metrics", List).Door("The metric catalogue.");
        routes.MapGet("/metrics/{metric}", One).Door("One metric.");
    }

    public static Problem Unknown(string metric)
    {
        var codes = ReferenceData.Current.Metrics.All.Select(m => m.Code).ToArray();
        return Problem.NotFound("metric-unknown", "Unknown metric", $"There is no metric '{metric}'.", NearestWord.To(metric, codes) is { } near ? [near] : codes);
    }

    private static async Task<IResult> List(HttpContext context, Access access, SliceReader slices)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        var years = await slices.YearsByMetric(context.RequestAborted);
        var metrics = ReferenceData.Current.Metrics.All.Select(m => Entry(m, years)).ToArray();
        return new Answer(new { metrics }, new CsvTable(
            ["code", "label", "definition", "unit", "polarity", "denominator", "source", "caveats", "decimals", "years"],
            metrics.Select(m => (IReadOnlyList<object?>)[m.Code, m.Label, m.Definition, Codes.Of(m.Unit), Codes.Of(m.Polarity), m.Denominator, m.Source, string.Join(" ", m.Caveats), m.Decimals, string.Join(" ", m.Years)])));
    }

    private static async Task<IResult> One(string metric, HttpContext context, Access access, SliceReader slices)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        return ReferenceData.Current.Metrics.Find(metric) is { } found
            ? new Answer(Entry(found, await slices.YearsByMetric(context.RequestAborted)))
            : Unknown(metric);
    }

    private static MetricEntry Entry(Metric m, ILookup<string, FinancialYear> years) => new(
        m.Code, m.Label, m.Definition, m.Unit, m.Polarity, m.Denominator, m.Source, m.Caveats, m.Decimals, [.. years[m.Code].Distinct().Order()]);

    private sealed record MetricEntry(
        string Code, string Label, string Definition, MetricUnit Unit, Polarity Polarity, string? Denominator, string Source,
        IReadOnlyList<string> Caveats, int Decimals, IReadOnlyList<FinancialYear> Years);
}
