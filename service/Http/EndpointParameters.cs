using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Benchmarking.Service.Http;

/// <summary>A parameter of an endpoint as callers write it.</summary>
internal sealed record EndpointParameter(string Name, ParameterType Type, bool InRoute, bool IsRequired);

/// <summary>What an endpoint takes in its route and query, as the framework's own metadata of its handler says, and the forms of its
/// answer.</summary>
internal sealed class EndpointParameters
{
    /// <summary>The parameter by which the form of an answer is asked for.</summary>
    public const string Format = "format";

    private EndpointParameters(IReadOnlyList<EndpointParameter> declared, IReadOnlyList<string> forms)
    {
        Declared = declared;
        Forms = forms;
        QueryNames = [.. declared.Where(parameter => !parameter.InRoute).Select(parameter => parameter.Name), .. forms.Count > 0 ? [Format]
            : (string[])[]];
    }

    public IReadOnlyList<EndpointParameter> Declared { get; }

    /// <summary>The forms that may be asked for, the usual one first; none where the answer has only one.</summary>
    public IReadOnlyList<string> Forms { get; }

    public IReadOnlyList<string> QueryNames { get; }

    public static EndpointParameters Of(Endpoint endpoint, ParameterTypes types) =>
        Of(endpoint.Metadata, (endpoint as RouteEndpoint)?.RoutePattern.Parameters ?? [], types);

    public static EndpointParameters Of(IEnumerable<object> metadata, IEnumerable<RoutePatternParameterPart> route, ParameterTypes types)
    {
        HashSet<string> inRoute = [.. route.Select(part => part.Name)];
        return new(
            [.. metadata.OfType<IParameterBindingMetadata>().Where(IsText).Select(bound => Declaration(bound, inRoute, types))],
            metadata.OfType<AnswerForms>().LastOrDefault()?.Forms ?? []);
    }

    // What is neither read from text nor a string is a service, the body or the request itself.
    private static bool IsText(IParameterBindingMetadata bound) =>
        bound.HasTryParse || bound.ParameterInfo.ParameterType == typeof(string);

    private static EndpointParameter Declaration(IParameterBindingMetadata bound, HashSet<string> inRoute, ParameterTypes types)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(bound.Name);
        return new(name, types.Find(bound.ParameterInfo.ParameterType), inRoute.Contains(name), !bound.IsOptional);
    }
}

/// <summary>The forms that an answer may have, the usual one first: JSON, CSV, text or .xlsx.</summary>
internal sealed record AnswerForms(IReadOnlyList<string> Forms);
