using System.Net;
using Benchmarking.Functions;
using Benchmarking.Functions.CustomHandler;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Storage;
using Benchmarking.Functions.Telemetry;
using Microsoft.Extensions.Options;

// A Functions host names the port to listen on and fires the triggers; without one the app stands alone and does both itself.
try
{
    var port = HostEnvironment.Port();
    if (port is not null)
    {
        HostEnvironment.ForgetInherited();
    }

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    OneLineFormatter.Use(builder.Logging);
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        if (port is not null)
        {
            // A host short of processor time may send slowly; the app's own time limit ends what takes too long.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port.Value);
        }
    });
    builder.AddServices(standAlone: port is null);

    await using var app = builder.Build();
    _ = app.Services.GetRequiredService<TelemetryExport>();
    app.MapDoors(standAlone: port is null);
    _ = app.Services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;
    await app.Services.GetRequiredService<StorageClients>().CreateMissing(CancellationToken.None);
    await app.Services.GetRequiredService<DevelopmentKeys>().Make(CancellationToken.None);
    Log.Started(app.Logger, port is null ? "stand-alone" : "custom handler");
    await app.RunAsync();
    return 0;
}
catch (Exception failure)
{
    // A host takes 0 for an end on purpose and does not start the process again.
    using var logging = LoggerFactory.Create(OneLineFormatter.Use);
    StartFailure.Log(logging.CreateLogger<Program>(), failure);
    return 1;
}
