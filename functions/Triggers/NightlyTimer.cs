using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Work;
using Microsoft.Extensions.Options;
using NCrontab;

namespace Benchmarking.Functions.Triggers;

/// <summary>Stand-alone stand-in for the timer trigger: the nightly rebuild, at the same NCRONTAB schedule.</summary>
internal sealed class NightlyTimer(
    RefreshBenchmarks refresh, IOptions<BenchmarkingOptions> options, TimeProvider clock, ILogger<NightlyTimer> log) : BackgroundService
{
    private const string Trigger = "RefreshBenchmarks";

    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schedule = CrontabSchedule.Parse(options.Value.NightlySchedule, WithSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(schedule.GetNextOccurrence(now.UtcDateTime) - now.UtcDateTime, clock, stoppingToken);
            try
            {
                await refresh.Run(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.TryFailed(log, failure, Trigger, options.Value.NightlySchedule, 1);
            }
        }
    }
}
