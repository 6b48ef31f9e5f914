using System.Text.Json.Nodes;
using Benchmarking.Service.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Benchmarking.Service.Endpoints;

/// <summary>What a door says of itself: one sentence, the query parameters it takes and the forms of its answer, the usual one first. The interface description is made of it, and
/// <see cref="RequestQuery"/> refuses every other parameter by it, so that the two cannot differ.</summary>
internal sealed record Door(string Summary, IReadOnlyList<string> Parameters, IReadOnlyList<string> Forms)
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["year"] = "Financial year, such as 2012-13.",
        ["from"] = "First financial year; of a snapshot's changes, the id of the earlier snapshot.",
        ["to"] = "Last financial year.",
        ["peers"] = "Peer group: all, region:<slug>, class:<slug>, nearest:<k>, programme:<code>, partnership:<code>, custom:<slug>,<slug>… or saved:<id>. Default all.",
        ["council"] = "The council asked about, by its code.",
        ["status"] = "actual (default), projected, target or identified. Statuses are never mixed.",
        ["basis"] = "cash (default) or real: money in the prices of the deflator's base year.",
        ["level"] = "category (default) or subcategory.",
        ["snapshot"] = "A snapshot's id, or the versions that a permalink names. Default: what is served now.",
        ["region"] = "Only councils of this region.",
        ["class"] = "Only councils of this class.",
        ["q"] = "Only councils whose name holds this text.",
        ["x"] = "The metric across, by its code.",
        ["y"] = "The metric upwards, by its code.",
        ["shape"] = "long (default): one row a value; wide: one row a council and one column a metric; ascof: one row for each outcome, numerator and denominator, by ONS code.",
        ["filter"] = "all (default) or worse-and-worsening: only metrics that are worse than the peers and getting worse.",
        ["funnel"] = "summary (default) or limits: every council's limits about the pooled value.",
        ["format"] = "The form of the answer; else the Accept header decides.",
    };

    /// <summary>Adds what the doors say of themselves to the interface description.</summary>
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Door>().SingleOrDefault() is { } door)
        {
            operation.Summary = door.Summary;
            operation.Parameters ??= [];
            foreach (var name in door.Parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Description = Meanings.GetValueOrDefault(name),
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = name == Answer.Format ? [.. door.Forms.Select(form => (JsonNode)form)] : null },
                });
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>How a door is hung: its summary, its parameters, and the problem that any of them may answer with.</summary>
internal static class DoorExtensions
{
    public static RouteHandlerBuilder Door(this RouteHandlerBuilder route, string summary, params string[] parameters) =>
        route.DoorTo([Form.Json, Form.Csv], summary, parameters);

    /// <summary>A door whose answer has other forms than JSON and CSV.</summary>
    public static RouteHandlerBuilder DoorTo(this RouteHandlerBuilder route, string[] forms, string summary, params string[] parameters) => route
        .WithMetadata(new Door(summary, [.. parameters, Answer.Format], forms))
        .Produces(StatusCodes.Status200OK, null, Form.MediaType(forms[0]), [.. forms.Skip(1).Select(Form.MediaType)])
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>A door that files or runs something: it needs a key and takes no parameters.</summary>
    public static RouteHandlerBuilder KeyedDoor(this RouteHandlerBuilder route, string summary) => route
        .WithMetadata(new Door(summary, [], [Form.Json]))
        .Produces(StatusCodes.Status200OK, null, "application/json")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden);
}
