using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Http;

/// <summary>How many requests are answered in a minute: of one key, of one address, and of one address with keys that are not known. Beyond
/// it 429 with <c>Retry-After</c>, and one line in the log for each who is refused. Probes are always answered.</summary>
internal static class RateLimits
{
    private const int Turns = 60;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<RefusalLog>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<BenchmarkingOptions>, RefusalLog>((limiter, settings, log) =>
        {
            var most = settings.Value.RequestsPerMinute;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Of(context => AddressOf(context), 2 * most), Of(CallerOf, most));
            limiter.OnRejected = async (rejected, _) =>
            {
                log.TooMany(AddressOf(rejected.HttpContext) ?? "", "requests");
                await Refusal(rejected.Lease).ExecuteAsync(rejected.HttpContext);
            };
        });
        return services;
    }

    /// <summary>A minute's worth at once, and again as the minute goes.</summary>
    public static TokenBucketRateLimiterOptions PerMinute(int most) => new()
    {
        TokenLimit = most, TokensPerPeriod = (most + Turns - 1) / Turns, ReplenishmentPeriod = Turn, QueueLimit = 0,
    };

    public static Problem Refusal(RateLimitLease lease) => new(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests",
        "More has come from your key or your address than is answered in a minute. Wait, and send it again.")
    {
        RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1,
    };

    /// <summary>The caller's address as the server sees it, behind whatever proxy it trusts; null where there is none.</summary>
    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    /// <summary>A key by its hash: what is kept here is no key.</summary>
    private static string? CallerOf(HttpContext context) =>
        context.Request.Headers.TryGetValue(ApiKeyHandler.Header, out var key) ? KeyStore.IdOf(key.ToString()) : AddressOf(context);

    private static PartitionedRateLimiter<HttpContext> Of(Func<HttpContext, string?> who, int most) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => who(context) is { } one
            ? RateLimitPartition.GetTokenBucketLimiter(one, _ => PerMinute(most))
            : RateLimitPartition.GetNoLimiter(""));
}

/// <summary>Tells once a minute who is refused, and not at every request.</summary>
internal sealed class RefusalLog(TimeProvider clock, ILogger<RefusalLog> log)
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new(StringComparer.Ordinal);

    public void TooMany(string address, string what)
    {
        var (now, key) = (clock.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"{what} {address}"));
        if (told.Count >= MostRemembered)
        {
            told.Clear();
        }

        // Of many at once one tells.
        if (told.TryGetValue(key, out var last) ? now - last >= Quiet && told.TryUpdate(key, now, last) : told.TryAdd(key, now))
        {
            Log.CallerRefused(log, address, what);
        }
    }
}
