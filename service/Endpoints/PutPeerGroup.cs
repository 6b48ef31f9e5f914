using System.Text;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>PUT a peer group of one's own under a name, as JSON or as a list to import: a CSV of ranks and councils, such as a licensed one.
/// Its members can then be asked for as <c>peers=saved:{slug}</c>.</summary>
internal static class PutPeerGroup
{
    private static readonly string[] Fields = ["label", "councils"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/peer-groups/{slug}", Handle).KeyedDoor("Keep a peer group: label and councils as JSON, or a CSV with the columns rank and council.");
        routes.MapDelete("/peer-groups/{slug}", (string slug, HttpContext context, Access access, SavedStore store) =>
            SavedDoors.Delete(context, access, store, SavedStore.PeerGroups, slug)).KeyedDoor("Take a kept peer group away.");
    }

    private static async Task<IResult> Handle(string slug, HttpContext context, Access access, SavedStore store)
    {
        if ((await access.Check(context, Act.Keep) ?? new RequestQuery(context.Request).Problem ?? SavedDoors.Wrong(slug)) is { } problem)
        {
            return problem;
        }

        var (label, councils, wrong) = context.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true
            ? await FromCsv(slug, context.Request)
            : await FromJson(context.Request);
        if (wrong is not null)
        {
            return wrong;
        }

        var (group, fault) = SavedGroup.Of(label, councils, ReferenceData.Current.Councils);
        return fault is not null
            ? Problem.BadRequest(fault.Code, "The group cannot be kept", fault.Message)
            : await SavedDoors.Save(context, store, SavedStore.PeerGroups, slug, KeptGroup.Write(group!), item => Answer(item));
    }

    internal static Answer Answer(SavedItem item)
    {
        var group = KeptGroup.Read(item.Content);
        return new Answer(
            new
            {
                item.Id, Code = $"{AskedPeers.SavedPrefix}{item.Id}", group.Label, Councils = group.Councils.Select(council => council.Value),
                Version = item.Tag, Pinned = $"{AskedPeers.SavedPrefix}{item.Id}@{item.Tag}", item.SavedAt,
            },
            tag: item.Tag);
    }

    private static async Task<(string Label, IReadOnlyList<string> Councils, Problem? Problem)> FromJson(HttpRequest request)
    {
        var (body, unreadable) = await RequestBody.Read(request, Fields);
        if (unreadable is not null)
        {
            return ("", [], unreadable);
        }

        var (label, councils) = (body!.Text("label"), body.Texts("councils"));
        return (label, councils, body.Problem);
    }

    /// <summary>Ranks are whole numbers from 1 on, each once; the rows may stand in any order.</summary>
    private static async Task<(string Label, IReadOnlyList<string> Councils, Problem? Problem)> FromCsv(string slug, HttpRequest request)
    {
        var (body, tooLarge) = await SavedDoors.Body(request);
        if (tooLarge is not null)
        {
            return ("", [], tooLarge);
        }

        var lines = Encoding.UTF8.GetString(body!).TrimStart('\uFEFF').Split('\n').Select(line => line.Trim('\r', ' ')).Where(line => line.Length > 0).ToList();
        var rows = lines.Skip(1).Select(line => line.Split(',', 2)).ToList();
        if (lines.Count == 0 || !lines[0].Equals("rank,council", StringComparison.OrdinalIgnoreCase) || rows.Any(row => row.Length != 2))
        {
            return ("", [], Problem.BadRequest("list-unreadable", "Unreadable list", "The list is a CSV whose first line is rank,council, with one council a line."));
        }

        var ranked = rows.Select(row => (Rank: int.TryParse(row[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var rank) ? rank : 0, Council: row[1].Trim('"'))).OrderBy(row => row.Rank).ToList();
        return ranked.Select(row => row.Rank).SequenceEqual(Enumerable.Range(1, ranked.Count))
            ? (slug, [.. ranked.Select(row => row.Council)], null)
            : ("", [], Problem.BadRequest("rank-unreadable", "Unreadable ranks", "Ranks are whole numbers, 1 for the nearest, each once and none left out."));
    }
}
