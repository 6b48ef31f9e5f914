using Benchmarking.Service.Security;
using Benchmarking.Service.Setup;
using Benchmarking.Service.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>The service's pipeline in this process, without storage: what is judged before a handler runs needs none.</summary>
public sealed class InProcessService : IAsyncLifetime
{
    public const string OperatorKey = "the operator's";

    /// <summary>An account on a port at which nothing listens, whatever else runs on the machine.</summary>
    private const string Nowhere = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/a;"
        + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

    private WebApplication? app;

    internal HttpClient Http { get; private set; } = null!;

    internal IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageClients.Connection] = Nowhere,
            ["Benchmarking:Environment"] = "Development",
            ["Benchmarking:OperatorKeySha256"] = KeyStore.IdOf(OperatorKey),
            ["NightlySchedule"] = "0 0 2 * * *",
            ["ReconcileSchedule"] = "0 0 * * * *",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddService(builder.Configuration);
        app = builder.Build();
        app.UseService();
        await app.StartAsync(TestContext.Current.CancellationToken);
        Http = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    internal Task<HttpResponseMessage> Send(string method, string address, string? key = null, string? accept = null,
        HttpContent? body = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body };
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
