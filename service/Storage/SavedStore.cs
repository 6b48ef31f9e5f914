using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>What somebody saved under a name of its own; <c>Tag</c> is the hash of the content, <c>Owner</c> the id of the key that saved
/// it, null where it was saved before owners were kept.</summary>
internal sealed record SavedItem(string Id, byte[] Content, string Tag, DateTimeOffset SavedAt, string? Owner = null);

/// <summary>Who saves: the id of a key, and whether it may change what others saved.</summary>
internal sealed record Saver(string Key, bool MayChangeOthers)
{
    public bool MayChange(SavedItem item) => MayChangeOthers || item.Owner is null || item.Owner == Key;
}

/// <summary>The versions that a caller's condition takes: <c>Any</c> that is there, or those of these tags.</summary>
internal sealed record VersionMatch(bool Any, IReadOnlyList<string> Tags)
{
    public bool Takes(string tag) => Any || Tags.Contains(tag, StringComparer.Ordinal);
}

/// <summary>What became of a request to save something.</summary>
internal enum Saving
{
    Created,
    Unchanged,
    Replaced,

    /// <summary>It is there with other content, and the caller did not say which content is to be replaced.</summary>
    ConditionMissing,

    /// <summary>It is not as the caller's condition says; nothing was written.</summary>
    ConditionFailed,

    /// <summary>Somebody else saved it; nothing was written.</summary>
    OfAnother,

    /// <summary>It is gone, or was never there.</summary>
    Deleted,
}

/// <summary>Table <c>Saved</c>: programmes and peer groups by their ids, and every version ever served under its hash, so that links to it
/// go on.</summary>
internal sealed class SavedStore(StorageClients storage, TimeProvider clock)
{
    public const string Programmes = "programmes";
    public const string PeerGroups = "peer-groups";

    /// <summary>The longest body that is taken. Written again in JSON's own escapes it may be several times as long, and fits a row
    /// still.</summary>
    public const int MaxBytes = 60_000;

    private const int Attempts = 5;

    public static string TagOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));

    public async Task<SavedItem?> Find(string kind, string id, CancellationToken cancellation) => (await Read(kind, id, cancellation)).Item;

    /// <summary>A version by its hash, whether or not it is still the one under the name.</summary>
    public async Task<SavedItem?> FindVersion(string kind, string id, string tag, CancellationToken cancellation) =>
        (await Read(kind, StorageKeys.SavedVersionRow(id, tag), cancellation)).Item;

    public async Task<IReadOnlyList<SavedItem>> All(string kind, CancellationToken cancellation)
    {
        var items = new List<SavedItem>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind}");
        await foreach (var row in storage.Saved.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            items.AddRange(StorageKeys.IsSavedVersionRow(row.RowKey) ? [] : [ToItem(row)]);
        }

        return items;
    }

    /// <summary>Saves content under an id. The same content again changes nothing; other content replaces only the version that
    /// <paramref name="ifMatch"/> names, and nothing where <paramref name="ifNew"/>. The version is written before the name leads to
    /// it.</summary>
    public async Task<(Saving Outcome, SavedItem? Item)> Save(
        string kind, string id, byte[] content, Saver saver, VersionMatch? ifMatch, bool ifNew, CancellationToken cancellation)
    {
        var tag = TagOf(content);
        var savedAt = clock.GetUtcNow();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (held, etag) = await Read(kind, id, cancellation);
            if (attempt > 0 && held is not null && (held.Tag, held.SavedAt) == (tag, savedAt))
            {
                // Our own write, of which the answer was lost: the client's second try met it.
                return (ifMatch is null ? Saving.Created : Saving.Replaced, held);
            }

            if (Refused(held, tag, saver, ifMatch, ifNew) is { } refused)
            {
                return (refused, held);
            }

            var item = new SavedItem(id, content, tag, savedAt, held?.Owner ?? saver.Key);
            await storage.Saved.UpsertEntityAsync(ToRow(kind, StorageKeys.SavedVersionRow(id, tag), item), TableUpdateMode.Replace,
                cancellation);
            try
            {
                await (held is null
                    ? storage.Saved.AddEntityAsync(ToRow(kind, id, item), cancellation)
                    : storage.Saved.UpdateEntityAsync(ToRow(kind, id, item), etag, TableUpdateMode.Replace, cancellation));
                return (held is null ? Saving.Created : Saving.Replaced, item);
            }
            catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
            {
                // Somebody was first: look who.
            }
        }

        return (Saving.ConditionFailed, null);
    }

    /// <summary>Takes the name away; versions stay for the links that name them.</summary>
    public async Task<Saving> Delete(string kind, string id, Saver saver, VersionMatch? ifMatch, CancellationToken cancellation)
    {
        var (held, etag) = await Read(kind, id, cancellation);
        if (held is null)
        {
            return Saving.Deleted;
        }

        if (!saver.MayChange(held))
        {
            return Saving.OfAnother;
        }

        if (ifMatch is not null && !ifMatch.Takes(held.Tag))
        {
            return Saving.ConditionFailed;
        }

        try
        {
            await storage.Saved.DeleteEntityAsync(kind, id, etag, cancellation);
            return Saving.Deleted;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return Saving.ConditionFailed;
        }
    }

    private static Saving? Refused(SavedItem? held, string tag, Saver saver, VersionMatch? ifMatch, bool ifNew) => held switch
    {
        null => ifMatch is null ? null : Saving.ConditionFailed,
        _ when !saver.MayChange(held) => Saving.OfAnother,
        _ when held.Tag == tag => Saving.Unchanged,
        _ when ifNew => Saving.ConditionFailed,
        _ => ifMatch is null ? Saving.ConditionMissing : ifMatch.Takes(held.Tag) ? null : Saving.ConditionFailed,
    };

    private async Task<(SavedItem? Item, ETag ETag)> Read(string kind, string row, CancellationToken cancellation)
    {
        var found = await storage.Saved.GetEntityIfExistsAsync<TableEntity>(kind, row, cancellationToken: cancellation);
        return found.HasValue ? (ToItem(found.Value!), found.Value!.ETag) : (null, default);
    }

    private static TableEntity ToRow(string kind, string row, SavedItem item)
    {
        var entity = new TableEntity(kind, row) { ["Id"] = item.Id, ["Tag"] = item.Tag, ["SavedAt"] = item.SavedAt };
        if (item.Owner is { } owner)
        {
            entity["Owner"] = owner;
        }

        BinaryParts.Put(entity, "Content", item.Content);
        return entity;
    }

    private static SavedItem ToItem(TableEntity row) =>
        new(row.GetString("Id")!, BinaryParts.Get(row, "Content"), row.GetString("Tag")!, row.GetDateTimeOffset("SavedAt") ?? default,
            row.GetString("Owner"));
}
