using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Microsoft.OpenApi;

namespace Benchmarking.Service.Endpoints;

/// <summary>The endpoints with their services and addresses.</summary>
internal static class EndpointSetup
{
    public static IServiceCollection AddEndpoints(this IServiceCollection services)
    {
        services.AddSingleton(new ParameterTypes(ParameterTable.All));
        services.AddSingleton<FigureReader>().AddSingleton<SavedItems>().AddSingleton<HeldProgrammes>()
            .AddSingleton<ReturnBody>().AddSingleton<PublishedChange>();
        services.AddSingleton<PutReturn>().AddSingleton<DeleteReturn>().AddSingleton<PostSignOff>().AddSingleton<PostValidation>()
            .AddSingleton<GetReturns>().AddSingleton<Datasets>().AddSingleton<Operations>().AddSingleton<Keys>();
        return services.AddOpenApi("v1", description => description
            .AddOperationTransformer<EndpointDescription>()
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Benchmarking: efficiency of English adult social care";
                document.Info.Version = "v1";
                document.Components ??= new OpenApiComponents();
                document.AddComponent(ApiKeyHandler.Scheme, new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey, Name = ApiKeyHandler.Header, In = ParameterLocation.Header,
                });
                return Task.CompletedTask;
            })
            .ShouldInclude = described => described.HttpMethod != HttpMethods.Head);
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        foreach (var root in new[] { routes.MapGroup("").WithHead(), routes.MapGroup("/api/v1").WithHead() })
        {
            Health.Map(root.MapGroup("").WithStrictParametersAndRoles().DisableRateLimiting());
            root.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        }

        var api = routes.MapGroup("/api/v1").WithHead().WithStrictParametersAndRoles();
        PutReturn.Map(api);
        DeleteReturn.Map(api);
        PostSignOff.Map(api);
        PostValidation.Map(api);
        PostOutcomesTable.Map(api);
        Datasets.Map(api);
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
        GetOpportunities.Map(api);
        GetExport.Map(api);
        GetCategoryTrend.Map(api);
        GetMetricTrend.Map(api);
        GetProjectionAccuracy.Map(api);
        Programmes.Map(api);
        ProgrammeChanges.Map(api);
        PutPeerGroup.Map(api);
        Snapshots.Map(api);
        Refreshes.Map(api);
        Operations.Map(api);
        Keys.Map(api);
        FirstPage.Map(routes.MapGroup("").WithHead());
    }
}
