using Benchmarking.LocalHost.Triggers;
using Benchmarking.Service.Tests.Work;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarking.Service.Tests.Triggers;

/// <summary>The parts of a local host on a test's storage, as one of several processes would have them.</summary>
internal static class LocalHosts
{
    public static InstanceLease Lease(TestApp app) => new(app.Storage, TimeProvider.System, NullLogger<InstanceLease>.Instance);

    public static LocalRebuild Rebuild(TestApp app) => new(Lease(app), app.Reports, app.Rebuild);
}
