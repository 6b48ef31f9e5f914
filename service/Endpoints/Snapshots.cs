using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Snapshots: what was served at one moment, and which published figures differ between two of them.</summary>
internal static class Snapshots
{
    private const int MostChanges = 2_000;

    private static readonly string[] Columns =
        ["metric", "year", "status", "council", "before", "stateBefore", "after", "stateAfter"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/snapshots", List).WithSummary("The stored snapshots, newest first.").Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet("/snapshots/{id}", One).WithSummary("The slice versions of one snapshot.").Requires(Act.ReadFigures)
            .AnswersIn(Form.Json);
        routes.MapGet("/snapshots/{id}/changes", Changes).WithSummary("Which published figures differ from those of an earlier snapshot.")
            .Requires(Act.ReadFigures).AnswersInTables();
    }

    private static async Task<IResult> List(SnapshotStore store, CancellationToken cancellation)
    {
        var snapshots = await store.List(cancellation);
        return new Answer(
            new { snapshots },
            new CsvTable(["id", "takenAt", "slices"], snapshots.Select(s => (IReadOnlyList<object?>)[s.Id, s.TakenAt, s.Slices])));
    }

    private static async Task<IResult> One(string id, SnapshotStore store, CancellationToken cancellation) =>
        (await Find(id, store, cancellation)).TryGet(out var snapshot, out var unknown) ? new Answer(snapshot) : unknown;

    private static async Task<IResult> Changes(string id, EarlierSnapshot from, SnapshotStore store, FigureReader figures,
        HttpContext context)
    {
        if (!(await Find(from.Id, store, context.RequestAborted)).TryGet(out var before, out var problem)
            || !(await Find(id, store, context.RequestAborted)).TryGet(out var after, out problem))
        {
            return problem;
        }

        SliceKey[] moved =
        [
            .. before.Slices.Keys.Union(after.Slices.Keys)
                .Where(key => before.Slices.GetValueOrDefault(key) != after.Slices.GetValueOrDefault(key))
                .Order(StringComparer.Ordinal).Select(SliceKey.Parse),
        ];
        return !(await figures.Open(before, context.User).FindAll(moved, context.RequestAborted)).TryGet(out var old, out problem)
            || !(await figures.Open(after, context.User).FindAll(moved, context.RequestAborted)).TryGet(out var current, out problem)
            ? problem
            : Answered(before, after, moved, ChangeList.Between(Figures(old), Figures(current)));
    }

    private static Observation[] Figures(Slice?[] slices) => [.. slices.SelectMany(slice => slice?.Observations ?? [])];

    private static Answer Answered(Snapshot before, Snapshot after, IReadOnlyList<SliceKey> slices, IReadOnlyList<MovedObservation> moved)
    {
        Change[] changes =
        [
            .. moved.Where(each => ReferenceData.Current.Metrics.Find(each.Metric) is not null).Select(Published)
                .Where(change => (change.Before, change.StateBefore) != (change.After, change.StateAfter)),
        ];
        return new Answer(
            new { From = before.Id, To = after.Id, Slices = slices.Select(slice => slice.ToString()), ChangesTotal = changes.Length,
                Changes = changes.Take(MostChanges) },
            new CsvTable(
                Columns,
                changes.Select(c =>
                    (IReadOnlyList<object?>)[c.Metric, c.Year, c.Status, c.Council, c.Before, c.StateBefore, c.After, c.StateAfter])));
    }

    private static Change Published(MovedObservation moved)
    {
        var decimals = ReferenceData.Current.Metrics.Find(moved.Metric)!.Decimals;
        string State(MovedFigure? figure) => Codes.Of(figure?.State ?? ValueState.Missing);
        return new(
            moved.Metric, moved.Year.ToString(), Codes.Of(moved.Status), moved.Council.Value,
            Rounding.Publish(moved.From?.Value, decimals), State(moved.From), Rounding.Publish(moved.To?.Value, decimals), State(moved.To));
    }

    private static async Task<Outcome<Snapshot>> Find(string id, SnapshotStore store, CancellationToken cancellation) =>
        SnapshotPin.IsSnapshotId(id) && await store.Find(id, cancellation) is { } snapshot
            ? snapshot
            : Problem.NotFound("snapshot-unknown", "Unknown snapshot", $"There is no snapshot '{id}'; see /snapshots.");

    private sealed record Change(
        string Metric, string Year, string Status, string Council, decimal? Before, string StateBefore, decimal? After, string StateAfter);
}
