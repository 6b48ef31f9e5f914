using Benchmarking.Service.Endpoints;
using Benchmarking.Service.Http;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;
using Benchmarking.Core.Publishing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Setup;

/// <summary>What the service is made of, and its one HTTP pipeline: every host adds the first and uses the second.</summary>
internal static class ServiceSetup
{
    public static IServiceCollection AddService(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BenchmarkingOptions>()
            .BindConfiguration(BenchmarkingOptions.Section)
            .ValidateDataAnnotations()
            .Validate(
                options => options.IsDevelopment || options.Authentication is not null,
                "Outside development the app does not start without authentication: set Benchmarking__Authentication to Keys.")
            .Validate(
                options => options.IsDevelopment || options.KeysFile is null,
                "Benchmarking__KeysFile is for development only.")
            .Validate(
                options => FilingDeadlines.Read(options.FilingDeadlines) is not null,
                "Benchmarking__FilingDeadlines must be entries such as '2012-13 savings 2013-07-31T23:59:59+01:00', one for each year "
                    + "and kind, parted by semicolons.")
            .Validate(
                options => Embargoes.Read(options.Embargoes) is not null,
                "Benchmarking__Embargoes must be entries such as '2024-25 2025-10-01T09:30:00+01:00' or '2024-25 savings "
                    + "2025-10-01T09:30:00+01:00', one for each year and kind, parted by semicolons.")
            .ValidateOnStart();
        services.AddOptions<Schedules>()
            .Bind(configuration)
            .Validate(schedules => schedules.AreReadable, "NightlySchedule and ReconcileSchedule must be NCRONTAB expressions.")
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System).AddStorage(configuration).AddTelemetry(configuration);
        services.AddWork();
        services.AddSingleton<SavedStore>();
        services.AddSingleton<KeyStore>().AddSingleton<DevelopmentKeys>().AddSingleton<OpenSlices>();
        services.AddAuthentication(ApiKeyHandler.Scheme).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        services.AddAuthorization().AddSingleton<IAuthorizationHandler, ActHandler>();
        services.AddProblemDetails().AddExceptionHandler<UnexpectedFailure>().AddRateLimits();

        // A fault in binding is for the parameters' filter to tell, in development as anywhere.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = PublishedJson.Options.Encoder);
        return services.AddEndpoints();
    }

    /// <summary>The stores and what works on them: all that triggers and endpoints hand on to.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<ReturnLedger>().AddSingleton<FilingStore>().AddSingleton<ReceiptStore>().AddSingleton<ObservationStore>()
        .AddSingleton<PublishedStore>()
        .AddSingleton<SliceStore>().AddSingleton<SliceReader>().AddSingleton<StaleSliceStore>().AddSingleton<SnapshotStore>()
        .AddSingleton<PoisonStore>().AddSingleton<RefreshReportStore>().AddSingleton<RebuildStore>()
        .AddSingleton<CheckLimiter>().AddSingleton<AcceptedReturns>().AddSingleton<CheckReturn>().AddSingleton<LedgerSwitch>()
        .AddSingleton<IngestReturn>().AddSingleton<FileReturn>().AddSingleton<WithdrawReturn>().AddSingleton<SignReturn>()
        .AddSingleton<DatasetEditions>().AddSingleton<DatasetSwitch>().AddSingleton<IngestDataset>().AddSingleton<WithdrawDataset>()
        .AddSingleton<RefreshSlice>().AddSingleton<TriggeredWork>().AddSingleton<ReconcileReturns>().AddSingleton<SweepVersions>()
        .AddSingleton<DriftRepair>().AddSingleton<DatasetDrift>().AddSingleton<RebuildSteps>().AddSingleton<RefreshBenchmarks>();

    /// <summary>Makes what storage lacks, and in development the keys: before the first request and the first trigger.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancellation)
    {
        _ = services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;
        await services.GetRequiredService<StorageClients>().CreateMissing(cancellation);
        await services.GetRequiredService<DevelopmentKeys>().Make(cancellation);
    }

    /// <summary>The pipeline: headers, failures, answers without a body, routing, limits, callers, endpoints.</summary>
    public static void UseService(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusProblems.Write);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<WrongKeys>();
        app.UseAuthentication();
        app.UseMiddleware<EncodedBody>();
        app.UseMiddleware<EmptyParameters>();
        app.UseEndpoints(EndpointSetup.MapEndpoints);
    }
}
