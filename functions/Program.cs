using Benchmarking.Functions;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Storage;
using Microsoft.Extensions.Options;

// A Functions host names the port to listen on and fires the triggers; without one the app stands alone and does both itself.
var hostPort = Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT");
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = null;
    if (int.TryParse(hostPort, System.Globalization.CultureInfo.InvariantCulture, out var port))
    {
        kestrel.ListenLocalhost(port);
    }
});
builder.AddServices(standAlone: hostPort is null);

await using var app = builder.Build();
app.MapDoors();
try
{
    _ = app.Services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;
    await app.Services.GetRequiredService<StorageClients>().CreateMissing(CancellationToken.None);
    await app.Services.GetRequiredService<DevelopmentKeys>().Make(CancellationToken.None);
    Log.Started(app.Logger, hostPort is null ? "stand-alone" : "custom handler");
    await app.RunAsync();
}
catch (OptionsValidationException refused)
{
    Log.StartRefused(app.Logger, string.Join(" ", refused.Failures));
    Environment.ExitCode = 1;
}
