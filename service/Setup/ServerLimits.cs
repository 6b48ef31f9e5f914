using Benchmarking.Service.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Benchmarking.Service.Setup;

/// <summary>What one caller may take from the server itself, before any endpoint knows of it.</summary>
internal static class ServerLimits
{
    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);

    /// <summary>For every host. The service knows by itself how large a body may be; Kestrel's own limit would answer an upload that is
    /// allowed with an empty 500.</summary>
    public static void Of(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = null;
        server.Limits.RequestHeadersTimeout = Headers;
    }

    /// <summary>For a host that callers are connected to.</summary>
    public static void OfConnections(KestrelServerOptions server, BenchmarkingOptions options)
    {
        server.Limits.MaxConcurrentConnections = options.Connections;
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(options.IdleSeconds);
    }
}
