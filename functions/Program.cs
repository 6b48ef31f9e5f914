using Benchmarking.Functions;
using Benchmarking.Functions.Rebuild;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Setup;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddService(builder.Configuration);
builder.Services.AddSingleton<InnerPipeline>().AddSingleton<IRebuildStarter, QueuedRebuildStarter>();
// The service knows its own limits; Kestrel's default would answer an upload that is allowed with an empty 500.
builder.Services.Configure<KestrelServerOptions>(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = null;
});

using var app = builder.Build();
await ServiceSetup.Prepare(app.Services, CancellationToken.None);
await app.RunAsync();
