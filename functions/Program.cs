using Benchmarking.Functions.Http;
using Benchmarking.Functions.Rebuild;
using Benchmarking.Functions.Telemetry;
using Benchmarking.Functions.Work;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Setup;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// The service in an isolated worker: the Functions host fires the functions and forwards the requests.
try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.Services.AddSingleton<RunningWork>().AddHostedService(services => services.GetRequiredService<RunningWork>());
    builder.UseMiddleware<RunningWork>();
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddService(builder.Configuration);
    builder.Services.AddWorkerTelemetry(builder.Configuration);
    builder.Services.AddSingleton<InnerPipeline>().AddSingleton<IRebuildStarter, QueuedRebuildStarter>();
    builder.Services.AddOptions<HostOptions>().Configure<IOptions<BenchmarkingOptions>>(
        (host, options) => host.ShutdownTimeout = TimeSpan.FromSeconds(options.Value.InvocationSeconds));
    builder.Services.Configure<KestrelServerOptions>(kestrel =>
    {
        ServerLimits.Of(kestrel);

        // A host short of processor time may forward a body slowly.
        kestrel.Limits.MinRequestBodyDataRate = null;
    });

    using var app = builder.Build();
    await ServiceSetup.Prepare(app.Services, CancellationToken.None);
    await app.RunAsync();
    return 0;
}
catch (Exception failure)
{
    using var logging = LoggerFactory.Create(log => log.AddSimpleConsole(console => console.SingleLine = true));
    StartFailure.Log(logging.CreateLogger<Program>(), failure);
    return 1;
}
