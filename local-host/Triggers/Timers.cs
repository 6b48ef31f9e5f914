using System.Globalization;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Work;
using Benchmarking.Service;
using Microsoft.Extensions.Options;
using NCrontab;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>The timers. Each remembers in storage when it last ran: a run that was missed is made up once,
/// however many were, and of several instances one runs it.</summary>
internal sealed class Timers(
    InstanceLease lease, IRebuildStarter rebuild, ReconcileReturns reconcile, IOptions<Schedules> schedules, TimeProvider clock,
    ILogger<Timers> log)
    : BackgroundService
{
    /// <summary>A longer wait is taken in pieces.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Keep(FunctionNames.RefreshBenchmarks, schedules.Value.NightlySchedule, rebuild.Start, stoppingToken),
        Keep(FunctionNames.ReconcileReturns, schedules.Value.ReconcileSchedule, reconcile.Run, stoppingToken));

    private Task Keep(string name, string schedule, Func<CancellationToken, Task> run, CancellationToken stop) =>
        lease.Hold($"timers/{name}", (status, held) => Fire(name, Schedules.Parse(schedule), run, status, held), stop);

    private async Task Fire(
        string name, CrontabSchedule schedule, Func<CancellationToken, Task> run, LeasedBlob status, CancellationToken stop)
    {
        while (true)
        {
            var last = await LastRun(status, stop);
            var wait = schedule.GetNextOccurrence(last.UtcDateTime) - clock.GetUtcNow().UtcDateTime;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop);
                continue;
            }

            try
            {
                await run(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // It comes again with the next occurrence, as under a Functions host.
                Log.TryFailed(log, failure, name, "timer", 1);
            }

            await Remember(status, clock.GetUtcNow(), stop);
        }
    }

    /// <summary>When the timer last ran; a timer that never did counts from now on.</summary>
    private async Task<DateTimeOffset> LastRun(LeasedBlob status, CancellationToken stop)
    {
        if (DateTimeOffset.TryParse(await status.Read(stop), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last))
        {
            return last;
        }

        var now = clock.GetUtcNow();
        await Remember(status, now, stop);
        return now;
    }

    private static Task Remember(LeasedBlob status, DateTimeOffset at, CancellationToken stop) =>
        status.Write(at.ToString("O", CultureInfo.InvariantCulture), stop);
}
