using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>A programme that can be read: one that ships (<c>Item</c> is null) or one that somebody saved.</summary>
internal sealed record HeldProgramme(string Id, Programme Plan, SavedItem? Item)
{
    public string Version => Item?.Tag ?? SavedStore.TagOf(ProgrammeJson.Write(Plan));
}

/// <summary>Finds programmes by their ids, and the editions that one follows.</summary>
internal sealed class HeldProgrammes(SavedStore store)
{
    private const int MostEditions = 50;

    public async Task<IReadOnlyList<HeldProgramme>> All(CancellationToken cancellation) =>
    [
        .. SampleProgrammes.All.Select(pair => new HeldProgramme(pair.Key, pair.Value, null)),
        .. (await store.All(SavedStore.Programmes, cancellation)).Select(Saved),
    ];

    public async Task<Outcome<HeldProgramme>> Find(string id, CancellationToken cancellation)
    {
        if (await Look(id, cancellation) is { } held)
        {
            return held;
        }

        var near = NearestWord.To(id, (await All(cancellation)).Select(each => each.Id));
        return Problem.NotFound(
            "programme-unknown", "Unknown programme", $"There is no programme '{id}'; see /programmes.", near is null ? null : [near]);
    }

    /// <summary>The programme after every edition before it, the oldest first. A follower of itself, over whichever way round, ends where
    /// it meets itself, and an edition that is no longer held ends the line as well.</summary>
    public async Task<IReadOnlyList<HeldProgramme>> Editions(HeldProgramme last, CancellationToken cancellation)
    {
        var editions = new List<HeldProgramme> { last };
        while (editions.Count < MostEditions && editions[0].Plan.Follows?.Programme is { } earlier
            && editions.TrueForAll(each => each.Id != earlier) && await Look(earlier, cancellation) is { } held)
        {
            editions.Insert(0, held);
        }

        return editions;
    }

    private async Task<HeldProgramme?> Look(string id, CancellationToken cancellation) =>
        SampleProgrammes.All.GetValueOrDefault(id) is { } shipped ? new(id, shipped, null)
        : await store.Find(SavedStore.Programmes, id, cancellation) is { } item ? Saved(item)
        : null;

    private static HeldProgramme Saved(SavedItem item) => new(item.Id, ProgrammeJson.Read(item.Content).Result!, item);
}
