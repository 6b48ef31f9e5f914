using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Storage;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>Runs the rebuild that somebody asked for, in whichever process holds the lease: one run, however many processes share the
/// account and however often it is asked for. What a process that died left under way the next holder takes up.</summary>
internal sealed class LocalRebuild(InstanceLease lease, RefreshReportStore reports, RefreshBenchmarks rebuild) : BackgroundService,
IRebuildStarter
{
    private const string Lease = "rebuild";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim news = new(0);

    public async Task<bool> Start(CancellationToken cancellation)
    {
        var first = await reports.Announce(cancellation);
        news.Release();
        return first;
    }

    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        lease.Hold(Lease, (_, held) => RunWhatIsAskedFor(held), stoppingToken);

    private async Task RunWhatIsAskedFor(CancellationToken held)
    {
        while (true)
        {
            if (await reports.Latest(held) is { IsUnderWay: true })
            {
                await rebuild.Run(held);
            }
            else
            {
                await news.WaitAsync(Interval, held);
            }
        }
    }
}
