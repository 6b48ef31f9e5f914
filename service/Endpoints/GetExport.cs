using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Every published value of a year: one row a value, or with <c>shape=wide</c> one row a council and one column a metric.</summary>
internal static class GetExport
{
    private static readonly string[] Columns = ["metric", "label", "unit", "year", "status", "council", "name", "value", "state", "basis", "receipts"];

    private const string Ascof = "ascof";

    private static readonly string[] AscofColumns =
        ["year", "onsAreaCode", "geographicalDescription", "geographicalLevel", "measureCode", "disaggregation", "measureType", "measureValue", "state"];

    private static readonly string Suppressed = Codes.Of(ValueState.Suppressed);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/exports/{year}", Handle)
        .Door("Every published value of a year; shape long (default), ascof, or wide, which takes one status.", "shape", "status", PinnedSlices.Parameter);

    private static async Task<IResult> Handle(string year, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var shape = query.OneOf("shape", "long", "wide", Ascof);
        var wide = shape == "wide";
        var status = query.Status("status");
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        if (!FinancialYear.TryParse(year, out var financialYear))
        {
            return Problem.BadRequest("year-unreadable", "Unreadable financial year", $"'{year}' is not a financial year such as 2012-13.");
        }

        var (slices, wrongPin) = await PinnedSlices.Open(context, reader, snapshots);
        if (wrongPin is not null)
        {
            return wrongPin;
        }

        var statuses = wide || query.Text("status") is not null ? [status] : Enum.GetValues<FigureStatus>();
        SliceKey[] keys = [.. ReferenceData.Current.Metrics.All.SelectMany(metric => statuses.Select(s => new SliceKey(metric.Code, financialYear, s)))];
        if (query.Text(PinnedSlices.Parameter) is null)
        {
            // All pointers are read at once and remembered, so that the values belong together.
            await Task.WhenAll(keys.Select(key => reader.Served(key, context.RequestAborted)));
        }

        var (found, gone) = await Read(slices!, keys, context.RequestAborted);
        return (IResult?)gone ?? Answered(found, new Asked(financialYear, status, shape), slices!, context.Request);
    }

    private static async Task<(IReadOnlyList<Slice> Found, Problem? Gone)> Read(PinnedSlices slices, SliceKey[] keys, CancellationToken cancellation)
    {
        var found = new List<Slice>();
        foreach (var key in keys)
        {
            var (slice, gone) = await slices.Find(key, cancellation);
            if (gone is not null)
            {
                return ([], gone);
            }

            found.AddRange(slice is null ? [] : [slice]);
        }

        return (found, null);
    }

    private static ExportStream Answered(IReadOnlyList<Slice> found, Asked asked, PinnedSlices slices, HttpRequest request)
    {
        var parts = found.Select(Figures);
        var permalink = slices.Permalink(request);
        if (asked.Shape == Ascof)
        {
            return new ExportStream(
                new { asked.Year, Versions = slices.Versions, Permalink = permalink }, "values", found.Select(LongRows), AscofColumns, value => Row((LongRow)value), slices.Versions);
        }

        return asked.Shape == "wide"
            ? Wide([.. parts.SelectMany(part => part)], found, asked, slices.Versions, permalink)
            : new ExportStream(
                new { asked.Year, Versions = slices.Versions, Permalink = permalink }, "values", parts, Columns,
                value => Row((ExportedFigure)value), slices.Versions);
    }

    private static IReadOnlyList<object> Figures(Slice slice)
    {
        var reference = ReferenceData.Current;
        var metric = reference.Metrics.Find(slice.Key.Metric)!;
        return [.. slice.Observations.OrderBy(figure => figure.Council).Select(figure => ExportedFigure.Of(metric, figure, reference))];
    }

    private static IReadOnlyList<object> LongRows(Slice slice)
    {
        var metric = ReferenceData.Current.Metrics.Find(slice.Key.Metric)!;
        return [.. slice.Observations.OrderBy(figure => figure.Council).SelectMany(figure => LongRow.Of(metric, figure, ReferenceData.Current))];
    }

    private static ExportStream Wide(
        IReadOnlyList<object> values, IReadOnlyList<Slice> found, Asked asked, IReadOnlyList<UsedSlice> versions, string permalink)
    {
        string[] metrics = [.. found.Select(slice => slice.Key.Metric)];
        var councils = values.Cast<ExportedFigure>().GroupBy(figure => (figure.Council, figure.Name)).OrderBy(group => group.Key.Council, StringComparer.Ordinal)
            .Select(group => new WideRow(
                group.Key.Council, group.Key.Name, group.ToDictionary(figure => figure.Metric, figure => figure.Value),
                [.. group.Where(figure => figure.State == Suppressed).Select(figure => figure.Metric)]));
        return new ExportStream(
            new { asked.Year, asked.Status, Metrics = metrics, Versions = versions, Permalink = permalink }, "councils", [[.. councils]],
            ["council", "name", .. metrics],
            value => value is WideRow row ? [row.Council, row.Name, .. metrics.Select(metric => row.Cell(metric))] : [],
            versions);
    }

    private static IReadOnlyList<object?> Row(LongRow r) =>
        [r.Year, r.OnsAreaCode, r.GeographicalDescription, r.GeographicalLevel, r.MeasureCode, r.Disaggregation, r.MeasureType, r.MeasureValue, r.State];

    private static IReadOnlyList<object?> Row(ExportedFigure f) =>
        [f.Metric, f.Label, f.Unit, f.Year, f.Status, f.Council, f.Name, f.Value, f.State, f.Basis, string.Join(' ', f.Receipts)];

    private sealed record Asked(FinancialYear Year, FigureStatus Status, string Shape);

    private sealed record WideRow(string Council, string Name, IReadOnlyDictionary<string, decimal?> Values, IReadOnlyList<string> Suppressed)
    {
        /// <summary>A value, or the shorthand of government tables for one that is withheld; empty where there is none.</summary>
        public object? Cell(string metric) => Suppressed.Contains(metric, StringComparer.Ordinal) ? "[c]" : Values.GetValueOrDefault(metric);
    }
}
