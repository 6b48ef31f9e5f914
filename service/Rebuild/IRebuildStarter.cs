namespace Benchmarking.Service.Rebuild;

/// <summary>Asks for a rebuild of everything. The host runs it: in Azure as a Durable orchestration, on one's own machine in the process
/// that holds the lease. Whoever asks never runs it.</summary>
internal interface IRebuildStarter
{
    /// <summary>False where one is under way or asked for already.</summary>
    Task<bool> Start(CancellationToken cancellation);
}
