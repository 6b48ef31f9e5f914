using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of an export.</summary>
internal sealed record ExportQuery(
    FinancialYear Year, Code<ExportShape>? Shape, Code<FigureStatus>? Status, Code<Precision>? Precision, SnapshotPin? Snapshot,
    Code<Origin>? Origin)
{
    public Precision Places => Precision.GetValueOrDefault().Value;

    public FigureStatus OneStatus => Status.GetValueOrDefault().Value;

    /// <summary>All statuses, unless one is asked for or the shape takes one only.</summary>
    public IReadOnlyList<FigureStatus> Statuses =>
        Status is not null || Shape is { Value: ExportShape.Wide } ? [OneStatus] : Enum.GetValues<FigureStatus>();
}

/// <summary>Every published value of a year: one row a value, or with <c>shape=wide</c> one row a council and one column a
/// metric.</summary>
internal static class GetExport
{
    private static readonly string[] Columns =
        ["metric", "label", "unit", "year", "status", "council", "name", "value", "state", "basis", "receipts",
            "origin", "publisher", "publication", "edition", "filedValue"];

    private static readonly string[] AscofColumns =
        ["year", "onsAreaCode", "geographicalDescription", "geographicalLevel", "measureCode", "disaggregation", "measureType",
            "measureValue", "state"];

    private static readonly string Suppressed = Codes.Of(ValueState.Suppressed);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/exports/{year}", Handle)
        .WithSummary("Every published value of a year; shape long (default), ascof, or wide, which takes one status.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] ExportQuery query, FigureReader figures, HttpContext context)
    {
        SliceKey[] keys =
        [
            .. ReferenceData.Current.Metrics.All.SelectMany(metric =>
                query.Statuses.Select(status => new SliceKey(metric.Code, query.Year, status))),
        ];
        return !(await figures.Open(query.Snapshot, context.User, context.RequestAborted)).TryGet(out var slices, out var problem)
            || !(await slices.FindAll(keys, context.RequestAborted)).TryGet(out var found, out problem)
            ? problem
            : Answered([.. found.OfType<Slice>().Select(slice => Of(slice, query.Origin?.Value))], query, slices, context.Request);
    }

    private static Slice Of(Slice slice, Origin? origin) => slice with { Observations = Origins.Only(slice.Observations, origin) };

    private static ExportStream Answered(IReadOnlyList<Slice> found, ExportQuery query, PinnedSlices slices, HttpRequest request)
    {
        var (year, versions, permalink) = (query.Year, slices.Versions, slices.Permalink(request));
        var precision = query.Places;
        var head = new
        {
            Year = year, Precision = Codes.Of(precision), PrecisionNote = AnswerBody.Note(precision), Versions = versions,
            Permalink = permalink,
        };
        return query.Shape.GetValueOrDefault().Value switch
        {
            ExportShape.Wide => Wide([.. found.SelectMany(slice => Figures(slice, precision))], found, query, versions, permalink),
            ExportShape.Ascof => new(
                head, "values", found.Select(slice => LongRows(slice, precision)), AscofColumns, value => Row((LongRow)value), versions),
            _ => new(
                head, "values", found.Select(slice => Figures(slice, precision)), Columns, value => Row((ExportedFigure)value), versions),
        };
    }

    private static IReadOnlyList<object> Figures(Slice slice, Precision precision)
    {
        var reference = ReferenceData.Current;
        var metric = reference.Metrics.Find(slice.Key.Metric)!;
        return [.. slice.Observations.OrderBy(figure => figure.Council)
            .Select(figure => ExportedFigure.Of(metric, figure, reference, precision))];
    }

    private static IReadOnlyList<object> LongRows(Slice slice, Precision precision)
    {
        var metric = ReferenceData.Current.Metrics.Find(slice.Key.Metric)!;
        return [.. slice.Observations.OrderBy(figure => figure.Council)
            .SelectMany(figure => LongRow.Of(metric, figure, ReferenceData.Current, precision))];
    }

    private static ExportStream Wide(
        IReadOnlyList<object> values, IReadOnlyList<Slice> found, ExportQuery query, IReadOnlyList<UsedSlice> versions, string permalink)
    {
        string[] metrics = [.. found.Select(slice => slice.Key.Metric)];
        var councils = values.Cast<ExportedFigure>().GroupBy(figure => (figure.Council, figure.Name))
            .OrderBy(group => group.Key.Council, StringComparer.Ordinal)
            .Select(group => new WideRow(
                group.Key.Council, group.Key.Name, group.ToDictionary(figure => figure.Metric, figure => figure.Value),
                [.. group.Where(figure => figure.State == Suppressed).Select(figure => figure.Metric)]));
        return new ExportStream(
            new
            {
                query.Year, Precision = Codes.Of(query.Places), PrecisionNote = AnswerBody.Note(query.Places), Status = query.OneStatus,
                Metrics = metrics, Versions = versions, Permalink = permalink,
            },
            "councils",
            [[.. councils]],
            ["council", "name", .. metrics],
            value => value is WideRow row ? [row.Council, row.Name, .. metrics.Select(metric => row.Cell(metric))] : [],
            versions);
    }

    private static IReadOnlyList<object?> Row(LongRow r) =>
        [r.Year, r.OnsAreaCode, r.GeographicalDescription, r.GeographicalLevel, r.MeasureCode, r.Disaggregation, r.MeasureType,
            r.MeasureValue, r.State];

    private static IReadOnlyList<object?> Row(ExportedFigure f) =>
        [f.Metric, f.Label, f.Unit, f.Year, f.Status, f.Council, f.Name, f.Value, f.State, f.Basis, string.Join(' ', f.Receipts),
            f.Origin, f.Publisher, f.Publication, f.Edition, f.FiledValue];

    private sealed record WideRow(string Council, string Name, IReadOnlyDictionary<string, decimal?> Values,
        IReadOnlyList<string> Suppressed)
    {
        /// <summary>A value, or the shorthand of government tables for one that is withheld; empty where there is none.</summary>
        public object? Cell(string metric) =>
            Suppressed.Contains(metric, StringComparer.Ordinal) ? "[c]" : Values.GetValueOrDefault(metric);
    }
}
