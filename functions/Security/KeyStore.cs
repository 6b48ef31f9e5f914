using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.Security;

/// <summary>Keys by their SHA-256: table <c>Keys</c> never holds a key itself. Keys are 256 random bits, so that a plain hash cannot be turned back.</summary>
internal sealed class KeyStore(StorageClients storage, TimeProvider clock)
{
    private const string Partition = "keys";
    private const int BatchSize = 100;
    private const int LongestKey = 200;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key's holder, or null where there is no such key. What was found is remembered for half a minute.</summary>
    public async Task<Caller?> Find(string key, CancellationToken cancellation)
    {
        if (key.Length > LongestKey)
        {
            return null;
        }

        var hash = Hash(key);
        if (known.TryGetValue(hash, out var found) && found.Until > clock.GetUtcNow())
        {
            return found.Caller;
        }

        var row = await storage.Keys.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: cancellation);
        if (!row.HasValue || !Codes.TryParse<Role>(row.Value!.GetString("Role"), out var role) || role == Role.Anonymous)
        {
            return null;
        }

        var council = row.Value!.GetString("Council") is { } slug ? CouncilCode.Parse(slug) : (CouncilCode?)null;
        var caller = new Caller(role, row.Value!.GetString("Name") ?? "", council);
        known[hash] = (caller, clock.GetUtcNow() + Remembered);
        return caller;
    }

    public async Task Save(IEnumerable<(string Key, Caller Caller)> keys, CancellationToken cancellation)
    {
        foreach (var batch in keys.Chunk(BatchSize))
        {
            await storage.Keys.SubmitTransactionAsync(
                batch.Select(pair => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToRow(pair.Key, pair.Caller))),
                cancellation);
        }
    }

    private static TableEntity ToRow(string key, Caller caller)
    {
        var row = new TableEntity(Partition, Hash(key)) { ["Role"] = Codes.Of(caller.Role), ["Name"] = caller.Name };
        if (caller.Council is { } council)
        {
            row["Council"] = council.Value;
        }

        return row;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
