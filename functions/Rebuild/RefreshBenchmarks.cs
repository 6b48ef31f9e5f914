using Benchmarking.Service.Rebuild;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Rebuild;

/// <summary>Asks for the nightly rebuild.</summary>
internal sealed class RefreshBenchmarks(IRebuildStarter starter)
{
    [Function(nameof(RefreshBenchmarks))]
    public Task Run([TimerTrigger("%NightlySchedule%")] TimerInfo timer, CancellationToken stop) => starter.Start(stop);
}
