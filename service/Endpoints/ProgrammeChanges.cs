using Benchmarking.Core.Appraising;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What moved between two editions of a plan.</summary>
internal static class ProgrammeChanges
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/programmes/{id}/changes", Changes)
            .WithSummary("What moved since an earlier edition of a plan, by council, source and year.")
            .Requires(Act.ReadFigures).AnswersInTables().ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Changes(SavedId id, SavedId since, HeldProgrammes programmes, CancellationToken cancellation)
    {
        if (!(await programmes.Find(id.Value, cancellation)).TryGet(out var last, out var unknown)
            || !(await programmes.Find(since.Value, cancellation)).TryGet(out var first, out unknown))
        {
            return unknown;
        }

        var editions = await programmes.Editions(last, cancellation);
        string[] earlier = [.. editions.SkipLast(1).Select(each => each.Id)];
        if (!earlier.Contains(first.Id))
        {
            return NotEarlier(last.Id, first.Id, earlier);
        }

        var changes = PlanChanges.Of([.. editions.Select(each => new PlanEdition(each.Id, each.Plan))], first.Id);
        return changes.Succeeded
            ? Answered([.. editions.SkipWhile(each => each.Id != first.Id)], changes.Result)
            : Problem.Conflict(changes.Problem.Code, "The editions cannot be compared", changes.Problem.Message);
    }

    private static Problem NotEarlier(string id, string since, string[] earlier) => Problem.BadRequest(
        "since-not-earlier", "Not an earlier edition",
        earlier.Length == 0
            ? $"'{id}' follows no programme that is held, so that there is no earlier edition of it."
            : $"'{since}' is no earlier edition of '{id}': give one that it follows.",
        earlier.Length == 0 ? null : earlier);

    private static Answer Answered(HeldProgramme[] editions, PublishedPlanChanges changes) => new(
        new
        {
            editions[^1].Id, Since = editions[0].Id, changes.Unit,
            Editions = editions.Select(each => new { each.Id, each.Plan.Name, each.Plan.Source, each.Version }),
            changes.Counts, changes.Lines, changes.Totals,
        },
        new CsvTable(
            ["row", "council", "source", "earlierSource", "year", "before", "after", "change", "notRestated", "outcome", "unit"],
            Rows(changes)));

    private static IEnumerable<IReadOnlyList<object?>> Rows(PublishedPlanChanges changes)
    {
        IEnumerable<IReadOnlyList<object?>> Totals(string row, IEnumerable<PublishedPlanTotal> totals) => totals.Select(
            total => (IReadOnlyList<object?>)[
                row, total.Council, total.Source, null, total.Year, total.Before, total.After, total.Change, total.NotRestated, null,
                changes.Unit]);
        return
        [
            .. changes.Lines.Select(line => (IReadOnlyList<object?>)[
                "line", line.Council, line.Source, line.EarlierSource, line.Year, line.Before, line.After, line.Change, null, line.Outcome,
                changes.Unit]),
            .. Totals("council-total", changes.Totals.Councils), .. Totals("source-total", changes.Totals.Sources),
            .. Totals("total", changes.Totals.Years),
        ];
    }
}
