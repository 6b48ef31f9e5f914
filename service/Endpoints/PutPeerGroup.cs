using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>PUT a peer group of one's own under a name, as JSON or as a list to import: a CSV of ranks and councils, such as a licensed
/// one. Its members can then be asked for as <c>peers=saved:{slug}</c>.</summary>
internal static class PutPeerGroup
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/peer-groups/{slug}", Handle)
            .WithSummary("Save a peer group: label and councils as JSON, or a CSV with the columns rank and council.")
            .Requires(Act.Save).AnswersInJson().ProducesSavingProblems();
        routes.MapDelete("/peer-groups/{slug}",
            (SavedId slug, SavedItems items, HttpContext context) => items.Delete(SavedStore.PeerGroups, slug, context))
            .WithSummary("Delete a saved peer group.")
            .Requires(Act.Save).Produces(StatusCodes.Status204NoContent).ProducesSavingProblems();
    }

    internal static Answer Answer(SavedItem item)
    {
        var group = SavedGroupJson.Read(item.Content);
        var code = $"{PeerSpecification.SavedPrefix}{item.Id}";
        return new Answer(
            new
            {
                item.Id, Code = code, group.Label, Councils = group.Councils.Select(council => council.Value),
                Version = item.Tag, Pinned = $"{code}@{item.Tag}", item.SavedAt,
                Ended = group.Councils.Select(ReferenceData.Current.Councils.FindAny).OfType<Council>()
                    .Where(council => council.ValidTo is not null).Select(PublishedEnd.Of),
            },
            tag: item.Tag);
    }

    private static async Task<IResult> Handle(SavedId slug, SavedItems items, HttpContext context)
    {
        var read = context.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true
            ? await FromCsv(slug, context.Request)
            : await RequestBody.Read(context.Request, ["label", "councils"],
                body => new GroupBody(body.Text("label"), body.Texts("councils")));
        if (!read.TryGet(out var body, out var wrong))
        {
            return wrong;
        }

        var (group, fault) = SavedGroup.Of(body.Label, body.Councils, ReferenceData.Current.Councils);
        return fault is not null
            ? Problem.BadRequest(fault.Code, "The group cannot be saved", fault.Message)
            : await items.Save(SavedStore.PeerGroups, slug, SavedGroupJson.Write(group!), Answer, context);
    }

    /// <summary>Ranks are whole numbers from 1 on, each once; the rows may stand in any order.</summary>
    private static async Task<Outcome<GroupBody>> FromCsv(SavedId slug, HttpRequest request)
    {
        if (await RequestBody.Bytes(request, SavedStore.MaxBytes) is not { } body)
        {
            return RequestBody.TooLarge(SavedStore.MaxBytes);
        }

        if (!Utf8.IsValid(body))
        {
            return Problem.BadRequest("body-not-utf-8", "Unreadable list", "The list is not UTF-8: save it as UTF-8 and send it again.");
        }

        string[] lines = [.. Encoding.UTF8.GetString(body).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim('\r', ' '))
            .Where(line => line.Length > 0)];
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(',', 2))];
        if (lines.Length == 0 || !lines[0].Equals("rank,council", StringComparison.OrdinalIgnoreCase) || rows.Any(row => row.Length != 2))
        {
            return Problem.BadRequest("list-unreadable", "Unreadable list",
                "The list is a CSV whose first line is rank,council, with one council a line.");
        }

        var ranked = rows.Select(row => (Rank: Rank(row[0]), Council: row[1].Trim('"'))).OrderBy(row => row.Rank).ToArray();
        return ranked.Select(row => row.Rank).SequenceEqual(Enumerable.Range(1, ranked.Length))
            ? new GroupBody(slug.Value, [.. ranked.Select(row => row.Council)])
            : Problem.BadRequest("rank-unreadable", "Unreadable ranks",
                "Ranks are whole numbers, 1 for the nearest, each once and none left out.");
    }

    private static int Rank(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 0;

    private sealed record GroupBody(string Label, IReadOnlyList<string> Councils);
}
