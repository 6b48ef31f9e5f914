using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Snapshots: what was served at one moment, and which published figures differ between two of them.</summary>
internal static class Snapshots
{
    private const string From = "from";
    private const int MostChanges = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/snapshots", List).Door("The snapshots that are kept, newest first.");
        routes.MapGet("/snapshots/{id}", One).Door("The slice versions of one snapshot.");
        routes.MapGet("/snapshots/{id}/changes", Changes).Door("Which published figures differ from those of an earlier snapshot.", From);
    }

    private static async Task<IResult> List(HttpContext context, Access access, SnapshotStore store)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        var snapshots = await store.List(context.RequestAborted);
        return new Answer(
            new { snapshots }, new CsvTable(["id", "takenAt", "slices"], snapshots.Select(s => (IReadOnlyList<object?>)[s.Id, s.TakenAt, s.Slices])));
    }

    private static async Task<IResult> One(string id, HttpContext context, Access access, SnapshotStore store)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        return await Find(id, store, context.RequestAborted) is { } snapshot ? new Answer(snapshot) : Unknown(id);
    }

    private static async Task<IResult> Changes(string id, HttpContext context, Access access, SnapshotStore store, SliceReader reader)
    {
        var query = new RequestQuery(context.Request);
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        if (query.Text(From) is not { } from)
        {
            return Problem.BadRequest("parameter-missing", "Missing parameter", $"The parameter '{From}' is needed, the id of the snapshot to compare with; see /snapshots.");
        }

        var (before, after) = (await Find(from, store, context.RequestAborted), await Find(id, store, context.RequestAborted));
        if (before is null || after is null)
        {
            return Unknown(before is null ? from : id);
        }

        string[] moved = [.. before.Slices.Keys.Union(after.Slices.Keys).Where(key => before.Slices.GetValueOrDefault(key) != after.Slices.GetValueOrDefault(key)).Order(StringComparer.Ordinal)];
        var (old, gone) = await Figures(before, moved, context, reader);
        var (current, goneToo) = await Figures(after, moved, context, reader);
        return (IResult?)(gone ?? goneToo) ?? Answered(before, after, moved, ChangeList.Between(old, current));
    }

    private static Answer Answered(Snapshot before, Snapshot after, string[] slices, IReadOnlyList<MovedObservation> moved)
    {
        Change[] changes = [.. moved.Where(each => ReferenceData.Current.Metrics.Find(each.Metric) is not null).Select(Published).Where(change => (change.Before, change.StateBefore) != (change.After, change.StateAfter))];
        return new Answer(
            new { From = before.Id, To = after.Id, Slices = slices, ChangesTotal = changes.Length, Changes = changes.Take(MostChanges) },
            new CsvTable(
                ["metric", "year", "status", "council", "before", "stateBefore", "after", "stateAfter"],
                changes.Select(c => (IReadOnlyList<object?>)[c.Metric, c.Year, c.Status, c.Council, c.Before, c.StateBefore, c.After, c.StateAfter])));
    }

    private static Change Published(MovedObservation moved)
    {
        var decimals = ReferenceData.Current.Metrics.Find(moved.Metric)!.Decimals;
        string State(MovedFigure? figure) => Codes.Of(figure?.State ?? ValueState.Missing);
        return new(
            moved.Metric, moved.Year.ToString(), Codes.Of(moved.Status), moved.Council.Value,
            Rounding.Publish(moved.From?.Value, decimals), State(moved.From), Rounding.Publish(moved.To?.Value, decimals), State(moved.To));
    }

    /// <summary>The figures of these slices in a snapshot, as the caller may see them.</summary>
    private static async Task<(IReadOnlyList<Observation> Figures, Problem? Gone)> Figures(
        Snapshot snapshot, IReadOnlyList<string> keys, HttpContext context, SliceReader reader)
    {
        var slices = PinnedSlices.Of(snapshot.Slices, reader, context);
        var figures = new List<Observation>();
        foreach (var key in keys)
        {
            var (slice, gone) = await slices.Find(SliceKey.Parse(key), context.RequestAborted);
            if (gone is not null)
            {
                return ([], gone);
            }

            figures.AddRange(slice?.Observations ?? []);
        }

        return (figures, null);
    }

    private static async Task<Snapshot?> Find(string id, SnapshotStore store, CancellationToken cancellation) =>
        id.Length == 16 && id.All(char.IsAsciiHexDigitLower) ? await store.Find(id, cancellation) : null;

    private static Problem Unknown(string id) => Problem.NotFound("snapshot-unknown", "Unknown snapshot", $"There is no snapshot '{id}'; see /snapshots.");

    private sealed record Change(
        string Metric, string Year, string Status, string Council, decimal? Before, string StateBefore, decimal? After, string StateAfter);
}
