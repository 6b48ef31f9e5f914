using System.Text.Json.Nodes;
using Benchmarking.Service.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace Benchmarking.Service.Endpoints;

/// <summary>Adds to the interface description what endpoints say of themselves beyond the framework's metadata: what parameters mean and
/// may hold, and the forms of answers. It is made of what the filters judge by, so that the two cannot differ.</summary>
internal sealed class EndpointDescription(ParameterTypes types) : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["year"] = "Financial year, such as 2012-13.",
        ["from"] = "First financial year; of a snapshot's changes, the id of the earlier snapshot.",
        ["to"] = "Last financial year.",
        ["peers"] = "Peer group: all, region:<slug>, class:<slug>, nearest:<k>, list:<code>, programme:<code>, partnership:<code>, "
            + "custom:<slug>,<slug>… or saved:<id>. "
            + "Default all; of opportunities nearest:15.",
        ["model"] = "The version of the model of nearness, with nearest only. Default: the usual one, which stays the same over the years.",
        ["council"] = "The council asked about, by its code.",
        ["status"] = "actual (default), projected, target or identified. Statuses are never mixed.",
        ["basis"] = "cash (default) or real: money in the prices of the deflator's base year.",
        ["level"] = "category (default) or subcategory.",
        ["origin"] = "filed or published: only figures of councils' own returns, or of publishers' datasets. Default: the published one "
            + "where both are held.",
        ["dataset"] = "A dataset, by its code; see /datasets.",
        ["snapshot"] = "A snapshot's id, or the versions that a permalink names. Default: what is served now.",
        ["region"] = "Only councils of this region.",
        ["class"] = "Only councils of this class.",
        ["q"] = "Only councils whose name holds this text.",
        ["x"] = "The metric across, by its code.",
        ["y"] = "The metric upwards, by its code.",
        ["shape"] = "long (default): one row a value; wide: one row a council and one column a metric; ascof: one row for each outcome, "
            + "numerator and "
            + "denominator, by ONS code.",
        ["filter"] = "all (default) or worse-and-worsening: only metrics that are worse than the peers and getting worse.",
        ["since"] = "The id of an earlier edition, which the programme follows.",
        ["target"] = "median (default) or quartile: the peers' median, or their better quartile.",
        ["funnel"] = "summary (default) or limits: every council's limits about the pooled value.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = RoutePatternFactory.Parse(context.Description.RelativePath ?? "").Parameters;
        var parameters = EndpointParameters.Of(context.Description.ActionDescriptor.EndpointMetadata, route, types);
        operation.Parameters =
            [.. parameters.Declared.Select(Described), .. parameters.Forms.Count > 0 ? [Format(parameters.Forms)] : (OpenApiParameter[])[]];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredAct>().Any())
        {
            var scheme = new OpenApiSecuritySchemeReference(Security.ApiKeyHandler.Scheme, context.Document);
            operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Described(EndpointParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.InRoute ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.IsRequired,
        Description = Meanings.GetValueOrDefault(parameter.Name) ?? parameter.Type.Expected,
        Schema = Words(parameter.Type.Words),
    };

    private static OpenApiParameter Format(IReadOnlyList<string> forms) => new()
    {
        Name = EndpointParameters.Format,
        In = ParameterLocation.Query,
        Description = "The form of the answer; else the Accept header decides.",
        Schema = Words(forms),
    };

    private static OpenApiSchema Words(IReadOnlyList<string>? words) =>
        new() { Type = JsonSchemaType.String, Enum = words is null ? null : [.. words.Select(word => (JsonNode)word)] };
}
