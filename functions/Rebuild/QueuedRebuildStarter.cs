using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Storage;

namespace Benchmarking.Functions.Rebuild;

/// <summary>Asks by a message: only a function with a binding to Durable can start an orchestration, and which function a request comes by
/// is the host's choice.</summary>
internal sealed class QueuedRebuildStarter(RefreshReportStore reports, StorageClients storage) : IRebuildStarter
{
    public async Task<bool> Start(CancellationToken cancellation)
    {
        if (!await reports.Announce(cancellation))
        {
            return false;
        }

        await storage.RebuildRequests.SendMessageAsync(RebuildOrchestration.InstanceId, cancellation);
        return true;
    }
}
