using Benchmarking.Service.Security;
using Benchmarking.Service.Setup;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Functions.Tests.Http;

/// <summary>The service's pipeline under Kestrel in this process, on a worker's account and with its operator's key.</summary>
internal sealed class InProcessService(WebApplication app, HttpClient http) : IAsyncDisposable
{
    public HttpClient Http => http;

    public static async Task<InProcessService> Start(string connection, string operatorKey)
    {
        var address = FormattableString.Invariant($"http://127.0.0.1:{Azurite.FreePort()}");
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[StorageClients.Connection] = connection;
        builder.Configuration["Benchmarking:Environment"] = "Development";
        builder.Configuration["Benchmarking:OperatorKeySha256"] = KeyStore.IdOf(operatorKey);
        builder.Configuration["NightlySchedule"] = builder.Configuration["ReconcileSchedule"] = "0 0 2 * * *";
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddService(builder.Configuration);
        var app = builder.Build();
        app.UseService();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new InProcessService(app, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) });
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
