using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The named groups of a year, and the members of one group; for nearest neighbours, why each is one.</summary>
internal static class GetPeerGroups
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/peer-groups", List).WithSummary("The named peer groups of a year and their members.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet("/peer-groups/{group}", One).WithSummary("The members of one peer group; for nearest, why each is one.")
            .Requires(Act.ReadFigures).AnswersInTables();
    }

    private static async Task<IResult> List(FinancialYear? year, SavedStore store, CancellationToken cancellation)
    {
        var asOf = year ?? RequestedPeers.DefaultYear;
        var groups = RequestedPeers.Groups.Named(asOf).Select(Publication.Publish).ToArray();
        return new Answer(
            new
            {
                year = asOf, groups,
                saved = (await store.All(SavedStore.PeerGroups, cancellation)).Select(item => new
                {
                    Code = $"{PeerSpecification.SavedPrefix}{item.Id}", SavedGroupJson.Read(item.Content).Label, Version = item.Tag,
                    item.SavedAt,
                }),
            },
            new CsvTable(["group", "label", "council"],
                groups.SelectMany(g => g.Members.Select(m => (IReadOnlyList<object?>)[g.Code, g.Label, m]))));
    }

    private static async Task<IResult> One(
        PeerSpecification group, KnownModel? model, FinancialYear? year, CouncilName? council, FigureReader figures, SavedStore store,
        HttpContext context)
    {
        if (!(await figures.Peers(group, model, context.RequestAborted)).TryGet(out var requested, out var problem))
        {
            return problem;
        }

        // A saved group is shown as it was saved, in its order and with its version.
        if (group is { SavedId: { } id, SavedVersion: null } && year is null && model is null)
        {
            return PutPeerGroup.Answer((await store.Find(SavedStore.PeerGroups, id, context.RequestAborted))!);
        }

        var asOf = year ?? RequestedPeers.DefaultYear;
        if (!requested.Find(asOf, council?.Code).TryGet(out var found, out var wrong))
        {
            return wrong;
        }

        var published = Publication.Publish(found);
        return new Answer(
            new { year = asOf, group = published },
            new CsvTable(["group", "council", "distance", "model"], published.Members.Select(m =>
                (IReadOnlyList<object?>)[published.Code, m, published.Neighbours?.FirstOrDefault(n => n.Council == m)?.Distance,
                    published.Model])));
    }
}
