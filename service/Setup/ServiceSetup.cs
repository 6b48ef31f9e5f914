using Benchmarking.Service.Endpoints;
using Benchmarking.Service.Http;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;
using Microsoft.AspNetCore.Diagnostics;
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
                "Benchmarking__FilingDeadlines must be entries such as '2012-13 savings 2013-07-31T23:59:59+01:00', one for each year and kind, parted by semicolons.")
            .ValidateOnStart();
        services.AddOptions<Schedules>()
            .Bind(configuration)
            .Validate(schedules => schedules.AreReadable, "NightlySchedule and ReconcileSchedule must be NCRONTAB expressions.")
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System).AddStorage(configuration).AddTelemetry(configuration);
        services.AddWork();
        services.AddSingleton<SavedStore>();
        services.AddSingleton<KeyStore>().AddSingleton<DevelopmentKeys>().AddSingleton<Access>();
        services.AddOpenApi("v1", description => description
            .AddOperationTransformer(Door.Describe)
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Benchmarking: efficiency of English adult social care";
                document.Info.Version = "v1";
                return Task.CompletedTask;
            }));
        return services;
    }

    /// <summary>The stores and what works on them: all that triggers and doors hand on to.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<ReturnLedger>().AddSingleton<FilingStore>().AddSingleton<ReceiptStore>().AddSingleton<ObservationStore>()
        .AddSingleton<SliceStore>().AddSingleton<SliceReader>().AddSingleton<StaleSliceStore>().AddSingleton<SnapshotStore>()
        .AddSingleton<PoisonStore>().AddSingleton<RefreshReportStore>().AddSingleton<RebuildStore>()
        .AddSingleton<AcceptedReturns>().AddSingleton<CheckReturn>().AddSingleton<LedgerSwitch>().AddSingleton<IngestReturn>()
        .AddSingleton<WithdrawReturn>().AddSingleton<SignReturn>().AddSingleton<RefreshSlice>().AddSingleton<TriggeredWork>()
        .AddSingleton<ReconcileReturns>().AddSingleton<SweepVersions>()
        .AddSingleton<DriftRepair>().AddSingleton<RebuildSteps>().AddSingleton<RefreshBenchmarks>();

    /// <summary>Makes what storage lacks, and in development the keys: before the first request and the first trigger.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancellation)
    {
        _ = services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;
        await services.GetRequiredService<StorageClients>().CreateMissing(cancellation);
        await services.GetRequiredService<DevelopmentKeys>().Make(cancellation);
    }

    /// <summary>The pipeline: errors, headers, routing, endpoints.</summary>
    public static void UseService(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(failed => failed.Run(Failed));
        app.UseStatusCodePages(Unanswered);
        app.Use(async (context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            await next(context);
        });
        app.UseRouting();
        app.UseEndpoints(MapEndpoints);
    }

    private static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        foreach (var place in new[] { routes, routes.MapGroup("/api/v1") })
        {
            Health.Map(place);
            place.MapOpenApi("/openapi/{documentName}.json");
        }

        var api = routes.MapGroup("/api/v1");
        PutReturn.Map(api);
        DeleteReturn.Map(api);
        PostSignOff.Map(api);
        PostValidation.Map(api);
        PostOutcomesTable.Map(api);
        PostAppraisals.Map(api);
        GetReturns.Map(api);
        GetRevision.Map(api);
        GetReceipt.Map(api);
        GetLines.Map(api);
        GetTemplate.Map(api);
        GetCouncils.Map(api);
        GetMetrics.Map(api);
        GetPeerGroups.Map(api);
        GetComparison.Map(api);
        GetPlane.Map(api);
        PostWhatIf.Map(api);
        GetProfile.Map(api);
        GetExport.Map(api);
        GetTrends.Map(api);
        Programmes.Map(api);
        PutPeerGroup.Map(api);
        Snapshots.Map(api);
        Refreshes.Map(api);
        Operations.Map(api);
        Keys.Map(api);
        FirstPage.Map(routes);
    }

    /// <summary>Anything unexpected becomes a problem with a reference; the reference is in the log beside the reason.</summary>
    private static Task Failed(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (failure is BadHttpRequestException bad)
        {
            return new Problem(bad.StatusCode, "request-unreadable", "Unreadable request", "The request could not be read.").ExecuteAsync(context);
        }

        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ServiceSetup));
        Log.RequestFailed(log, failure, context.TraceIdentifier);
        return new Problem(
            StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong here",
            $"It is not your request's fault. Quote the reference {context.TraceIdentifier} when you report it.").ExecuteAsync(context);
    }

    private static Task Unanswered(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound("route-unknown", "Unknown address", "There is nothing at this address; see /openapi/v1.json.").ExecuteAsync(context.HttpContext),
        StatusCodes.Status405MethodNotAllowed => new Problem(405, "method-not-allowed", "Method not allowed", "This address does not take that method; see /openapi/v1.json.").ExecuteAsync(context.HttpContext),
        _ => Task.CompletedTask,
    };
}
