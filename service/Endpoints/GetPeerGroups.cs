using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The named groups of a year, and the members of one group; for nearest neighbours, why each is one.</summary>
internal static class GetPeerGroups
{
    /// <summary>The register's state when the caller names no year: the year of the shipped figures.</summary>
    public static readonly FinancialYear DefaultYear = new(2012);

    public static PeerGroups Groups { get; } = PeerGroups.Of(ReferenceData.Current);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/peer-groups", List).Door("The named peer groups of a year and their members.", "year");
        routes.MapGet("/peer-groups/{group}", One).Door("The members of one peer group; for nearest, why each is one.", "year", "council");
    }

    /// <summary>A peer group as asked for, or the problem with it: an unknown council is not found, anything else is a bad request.</summary>
    public static (PeerGroup? Group, Problem? Problem) Find(string text, FinancialYear year, CouncilCode? subject)
    {
        return Answered(Groups.Find(text, year, subject));
    }

    public static (PeerGroup? Group, Problem? Problem) Answered(PeerAnswer answer)
    {
        if (answer.Problem is not { } problem)
        {
            return (answer.Group, null);
        }

        return (null, problem.Code == "council-unknown-in-year"
            ? Problem.NotFound(problem.Code, "Unknown council", problem.Message, problem.ValidValues)
            : Problem.BadRequest(problem.Code, "Unknown peer group", problem.Message, problem.ValidValues));
    }

    private static async Task<IResult> List(HttpContext context, Access access, SavedStore store)
    {
        var query = new RequestQuery(context.Request);
        var year = query.Year("year") ?? DefaultYear;
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        var groups = Groups.Named(year).Select(Publication.Publish).ToArray();
        return new Answer(
            new
            {
                year, groups,
                saved = (await store.All(SavedStore.PeerGroups, context.RequestAborted)).Select(item => new
                {
                    Code = $"{AskedPeers.SavedPrefix}{item.Id}", KeptGroup.Read(item.Content).Label, Version = item.Tag, item.SavedAt,
                }),
            },
            new CsvTable(["group", "label", "council"], groups.SelectMany(g => g.Members.Select(m => (IReadOnlyList<object?>)[g.Code, g.Label, m]))));
    }

    private static async Task<IResult> One(string group, HttpContext context, Access access, SavedStore store)
    {
        var query = new RequestQuery(context.Request);
        var year = query.Year("year") ?? DefaultYear;
        var council = query.Council("council");
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        var (asked, unknown) = await AskedPeers.Read(context, group);
        if (unknown is not null)
        {
            return unknown;
        }

        // A kept group is shown as it was kept, in its order and with its version.
        if (asked!.Saved is not null && query.Text("year") is null && !group.Contains('@', StringComparison.Ordinal))
        {
            return PutPeerGroup.Answer((await store.Find(SavedStore.PeerGroups, group[AskedPeers.SavedPrefix.Length..], context.RequestAborted))!);
        }

        var (found, wrong) = asked.Find(year, council);
        if (wrong is not null)
        {
            return wrong;
        }

        var published = Publication.Publish(found!);
        return new Answer(
            new { year, group = published },
            new CsvTable(["group", "council", "distance"], published.Members.Select(m =>
                (IReadOnlyList<object?>)[published.Code, m, published.Neighbours?.FirstOrDefault(n => n.Council == m)?.Distance])));
    }
}
