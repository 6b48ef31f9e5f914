using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The peers that a request asks for, with the group that somebody keeps where <c>saved:</c> names one. A link to the answer names the
/// version of the group (<c>saved:north@0123456789abcdef</c>), so that it goes on whatever the group becomes.</summary>
internal sealed record AskedPeers(string Text, SavedGroup? Saved)
{
    public const string Parameter = "peers";
    public const string SavedPrefix = "saved:";

    public static async Task<(AskedPeers? Peers, Problem? Problem)> Read(HttpContext context, string? text = null)
    {
        text ??= context.Request.Query[Parameter].ToString();
        if (!text.StartsWith(SavedPrefix, StringComparison.Ordinal))
        {
            return (new(text.Length == 0 ? "all" : text, null), null);
        }

        var store = context.RequestServices.GetRequiredService<SavedStore>();
        var item = text[SavedPrefix.Length..].Split('@') switch
        {
            [{ Length: > 0 } id] when SavedDoors.Wrong(id) is null => await store.Find(SavedStore.PeerGroups, id, context.RequestAborted),
            [{ Length: > 0 } id, { Length: 16 } tag] when SavedDoors.Wrong(id) is null && tag.All(char.IsAsciiHexDigitLower) =>
                await store.FindVersion(SavedStore.PeerGroups, id, tag, context.RequestAborted),
            _ => null,
        };
        if (item is null)
        {
            return (null, Problem.BadRequest("peers-unknown-group", "Unknown peer group", $"Nobody keeps a peer group '{text}'; see /peer-groups."));
        }

        var peers = new AskedPeers($"{SavedPrefix}{item.Id}@{item.Tag}", KeptGroup.Read(item.Content));
        context.Features.Set(peers);
        return (peers, null);
    }

    /// <summary>The group of a request whose year and subject are known.</summary>
    public static async Task<(PeerGroup? Group, Problem? Problem)> Find(HttpContext context, FinancialYear year, CouncilCode? subject)
    {
        var (peers, problem) = await Read(context);
        return peers is null ? (null, problem) : peers.Find(year, subject);
    }

    /// <summary>The group of a year, for a subject where there is one.</summary>
    public (PeerGroup? Group, Problem? Problem) Find(FinancialYear year, CouncilCode? subject) =>
        Saved is null ? GetPeerGroups.Find(Text, year, subject) : GetPeerGroups.Answered(GetPeerGroups.Groups.FindSaved(Text, Saved, year, subject));
}

/// <summary>A kept group as it lies in storage.</summary>
internal sealed record KeptGroup(string Label, IReadOnlyList<string> Councils)
{
    public static byte[] Write(SavedGroup group) =>
        JsonSerializer.SerializeToUtf8Bytes(new KeptGroup(group.Label, [.. group.Councils.Select(council => council.Value)]), JsonSerializerOptions.Web);

    public static SavedGroup Read(byte[] content)
    {
        var kept = JsonSerializer.Deserialize<KeptGroup>(content, JsonSerializerOptions.Web)!;
        return new(kept.Label, [.. kept.Councils.Select(council => CouncilCode.Parse(council))]);
    }
}
