using System.Security.Claims;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>What answers about figures are made from: slices, pinned or as served now, and peer groups, saved ones included.</summary>
internal sealed class FigureReader(SliceReader slices, SnapshotStore snapshots, SavedStore saved, OpenSlices open)
{
    /// <summary>The slices served now, or those that <paramref name="pin"/> names, as the caller may see them.</summary>
    public async Task<Outcome<PinnedSlices>> Open(SnapshotPin? pin, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (pin is null)
        {
            return Served(user);
        }

        var pins = pin.Versions ?? (await snapshots.Find(pin.Id!, cancellation))?.Slices;
        return pins is not null
            ? new PinnedSlices(slices, pins, Open(user))
            : Problem.NotFound("snapshot-unknown", "Unknown snapshot", "There is no snapshot of this id.");
    }

    /// <summary>The slices served now, as the caller may see them.</summary>
    public PinnedSlices Served(ClaimsPrincipal user) => new(slices, null, Open(user));

    /// <summary>The slices of a snapshot, as the caller may see them.</summary>
    public PinnedSlices Open(Snapshot snapshot, ClaimsPrincipal user) => new(slices, snapshot.Slices, Open(user));

    /// <summary>The peers asked for, all where none are; nearest areas by <paramref name="model"/>, or the usual one.</summary>
    public async Task<Outcome<RequestedPeers>> Peers(PeerSpecification? peers, KnownModel? model, CancellationToken cancellation)
    {
        peers ??= PeerSpecification.All;
        if (peers.SavedId is not { } id)
        {
            return new RequestedPeers(peers.Text, null, model?.Version);
        }

        var item = peers.SavedVersion is { } version
            ? await saved.FindVersion(SavedStore.PeerGroups, id, version, cancellation)
            : await saved.Find(SavedStore.PeerGroups, id, cancellation);
        return item is null
            ? ParameterTable.UnknownSavedGroup(peers.Text)
            : new RequestedPeers($"{PeerSpecification.SavedPrefix}{item.Id}@{item.Tag}", SavedGroupJson.Read(item.Content), model?.Version);
    }

    private OpenSlices? Open(ClaimsPrincipal user) => AccessRules.SeesOpenFiguresOnly(Caller.Of(user)) ? open : null;
}
