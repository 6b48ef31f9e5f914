using System.Globalization;
using Benchmarking.Core.Vocabulary;
using Benchmarking.LocalHost.Triggers;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Security;
using Benchmarking.Service.Setup;
using Benchmarking.Service.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Service.Tests.Security;

/// <summary>Somebody who asks: without a key, or with the key of a role; of councils the one whose returns are asked about, a member of its
/// partnership, the partnership, and another.</summary>
public enum Asker
{
    Nobody,
    Own,
    Partner,
    Joint,
    Other,
    Analyst,
    Operator,
}

/// <summary>The whole service in this process on a storage account, with a key for every <see cref="Asker"/> and figures of 2012-13 under
/// an embargo.</summary>
internal sealed class GuardedService : IAsyncDisposable
{
    public const string Own = "westminster";

    /// <summary>Part of the label of every key.</summary>
    public const string Label = "Labelmark";

    private readonly WebApplication app;
    private readonly MovableClock clock;
    private readonly HttpClient http;

    private GuardedService(WebApplication app, MovableClock clock)
    {
        (this.app, this.clock) = (app, clock);
        http = app.GetTestClient();
    }

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<GuardedService> Start(string connection, bool openReads = true)
    {
        var clock = new MovableClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageClients.Connection] = connection,
            ["Benchmarking:Environment"] = "Development",
            ["Benchmarking:OpenReads"] = openReads.ToString(CultureInfo.InvariantCulture),
            ["Benchmarking:Embargoes"] = "2012-13 2090-01-01T00:00Z",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddService(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<InstanceLease>().AddSingleton<IRebuildStarter, LocalRebuild>();
        var app = builder.Build();
        app.UseService();
        await ServiceSetup.Prepare(app.Services, Cancellation);
        await app.Services.GetRequiredService<KeyStore>().Save(Enum.GetValues<Asker>().Where(asker => asker != Asker.Nobody)
            .Select(asker => (KeyOf(asker), Holder(asker))), Cancellation);
        await app.StartAsync(Cancellation);
        return new GuardedService(app, clock);
    }

    /// <summary>Whether the embargo is over.</summary>
    public void LiftEmbargo(bool isLifted) => clock.Ahead = isLifted ? TimeSpan.FromDays(365 * 100) : TimeSpan.Zero;

    public async Task<HttpResponseMessage> Send(Asker asker, HttpRequestMessage request)
    {
        if (asker != Asker.Nobody)
        {
            request.Headers.Add(ApiKeyHandler.Header, KeyOf(asker));
        }

        return await http.SendAsync(request, Cancellation);
    }

    /// <summary>Rebuilds everything, which leaves a snapshot; its id.</summary>
    public async Task<string> TakeSnapshot() =>
        (await app.Services.GetRequiredService<RefreshBenchmarks>().Run(Cancellation)).Snapshot!;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private static string KeyOf(Asker asker) => $"the key of {asker}";

    private static Caller Holder(Asker asker) => asker switch
    {
        Asker.Own => Council(Own),
        Asker.Partner => Council("kensington-and-chelsea"),
        Asker.Joint => Council("tri-borough"),
        Asker.Other => Council("hackney"),
        Asker.Analyst => new Caller(Role.Analyst, $"{Label} analyst", null),
        _ => new Caller(Role.Operator, $"{Label} operator", null),
    };

    private static Caller Council(string code) => new(Role.Council, $"{Label} {code}", CouncilCode.Parse(code));
}
