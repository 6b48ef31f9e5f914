using Benchmarking.LocalHost.Setup;
using Benchmarking.LocalHost.Triggers;
using Benchmarking.Service;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Setup;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

// The service on one's own machine: Kestrel answers, and what a Functions host would fire is fired in this process.
try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    OneLineFormatter.Use(builder.Logging);
    builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<BenchmarkingOptions>>((server, options) =>
    {
        ServerLimits.Of(server);
        ServerLimits.OfConnections(server, options.Value);
    });
    builder.Services.AddService(builder.Configuration);
    builder.AddTriggers();

    await using var app = builder.Build();
    app.UseService();
    await ServiceSetup.Prepare(app.Services, CancellationToken.None);
    Log.Started(app.Logger, "local host");
    await app.RunAsync();
    return 0;
}
catch (Exception failure)
{
    using var logging = LoggerFactory.Create(OneLineFormatter.Use);
    StartFailure.Log(logging.CreateLogger<Program>(), failure);
    return 1;
}
