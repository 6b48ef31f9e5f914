using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>Takes in each hour what no event announced.</summary>
internal sealed class ReconcileReturns(Service.Work.ReconcileReturns reconcile)
{
    [Function(FunctionNames.ReconcileReturns)]
    public Task Run([TimerTrigger("%ReconcileSchedule%")] TimerInfo timer, CancellationToken stop) => reconcile.Run(stop);
}
