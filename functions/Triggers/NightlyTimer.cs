using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Work;
using Microsoft.Extensions.Options;

namespace Benchmarking.Functions.Triggers;

/// <summary>Stand-alone stand-in for the timer trigger: the nightly rebuild, at the same NCRONTAB schedule.</summary>
internal sealed class NightlyTimer(
    RefreshBenchmarks refresh, IOptions<Schedules> schedules, TimeProvider clock, ILogger<NightlyTimer> log) : BackgroundService
{

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schedule = Schedules.Parse(schedules.Value.NightlySchedule);
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
                Log.TryFailed(log, failure, FunctionNames.RefreshBenchmarks, schedules.Value.NightlySchedule, 1);
            }
        }
    }
}
