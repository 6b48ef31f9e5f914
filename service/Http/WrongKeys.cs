using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Http;

/// <summary>Counts, by address, the requests that showed a key or a token that is not good. Once there were too many, whatever shows one
/// from that address waits, before anybody looks it up. Keys that have just been good pass; others are looked up a few at a time, so that
/// those on their way cannot outrun the count.</summary>
internal sealed class WrongKeys(RequestDelegate next, IOptions<BenchmarkingOptions> options, TimeProvider clock, RefusalLog log)
    : IDisposable
{
    private const int AtOnce = 8;
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private static readonly string[] Headers = [ApiKeyHandler.Header, "Authorization"];

    private readonly ConcurrentDictionary<string, DateTimeOffset> good = new(StringComparer.Ordinal);

    private readonly PartitionedRateLimiter<string> wrong = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => RateLimits.PerMinute(options.Value.WrongKeysPerMinute)));

    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetConcurrencyLimiter(
            address, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = int.MaxValue }));

    public async Task Invoke(HttpContext context)
    {
        if (ShownBy(context.Request) is not { } key || RateLimits.AddressOf(context) is not { } address || IsGood(key))
        {
            await next(context);
            return;
        }

        if (await Judge(context, key, address) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    public void Dispose()
    {
        wrong.Dispose();
        turns.Dispose();
    }

    /// <summary>Looks the key up in its turn, and counts it where it is not good; the problem where there were too many.</summary>
    private async Task<Problem?> Judge(HttpContext context, string key, string address)
    {
        using var turn = await turns.AcquireAsync(address, cancellationToken: context.RequestAborted);
        if (wrong.GetStatistics(address) is { CurrentAvailablePermits: < 1 })
        {
            log.TooMany(address, "wrong keys");
            using var spent = wrong.AttemptAcquire(address);
            return RateLimits.Refusal(spent);
        }

        // Asked again on the way to the endpoint, the answer is the same one.
        if ((await context.AuthenticateAsync()).Succeeded)
        {
            Remember(key);
        }
        else
        {
            wrong.AttemptAcquire(address).Dispose();
        }

        return null;
    }

    /// <summary>What a request shows, by its hash; null where it shows nothing.</summary>
    private static string? ShownBy(HttpRequest request) =>
        Headers.FirstOrDefault(request.Headers.ContainsKey) is { } header ? KeyStore.IdOf(request.Headers[header].ToString()) : null;

    private bool IsGood(string key) => good.TryGetValue(key, out var until) && until > clock.GetUtcNow();

    private void Remember(string key)
    {
        if (good.Count >= MostRemembered)
        {
            good.Clear();
        }

        good[key] = clock.GetUtcNow() + Remembered;
    }
}
