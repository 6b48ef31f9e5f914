using Benchmarking.Core.Publishing;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>Publishes what a filing or a withdrawal touched. The queue would do it a moment later; an officer who files expects the next
/// comparison to show it.</summary>
internal sealed class PublishedChange(RefreshSlice refresh)
{
    private const int AtOnce = 8;

    public Task Publish(IReadOnlyList<SliceKey> touched, DateTimeOffset changedAt, CancellationToken cancellation) => Parallel.ForEachAsync(
        touched, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
        async (key, stop) => await refresh.Run(new StaleSlice(key, changedAt, Traces.Current), stop));
}
