namespace Benchmarking.Service.Http;

/// <summary>Parameters that must agree with each other; looked at once each of them could be read.</summary>
internal interface IJointParameters
{
    /// <summary>The problem with them together; null where there is none.</summary>
    Problem? Fault { get; }
}

/// <summary>Reads a request's parameters strictly before anything else is judged: a name that the endpoint does not take, a repeated or
/// missing one and a value that cannot be read are a problem, never a default. The handler behind it sees good values only.</summary>
internal static class ParameterFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var types = factory.ApplicationServices.GetRequiredService<ParameterTypes>();
        EndpointParameters? parameters = null;
        return context =>
        {
            parameters ??= EndpointParameters.Of(context.HttpContext.GetEndpoint()!, types);
            var problem = Fault(parameters, context.HttpContext.Request)
                ?? context.Arguments.OfType<IJointParameters>().Select(joint => joint.Fault).FirstOrDefault(fault => fault is not null);
            return problem is null ? next(context) : ValueTask.FromResult<object?>(problem);
        };
    }

    private static Problem? Fault(EndpointParameters parameters, HttpRequest request) =>
        NameFault(parameters, request.Query) ?? FormFault(parameters.Forms, request.Query)
        ?? parameters.Declared.Select(parameter => ValueFault(parameter, request)).FirstOrDefault(fault => fault is not null);

    private static Problem? NameFault(EndpointParameters parameters, IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (!parameters.QueryNames.Contains(name, StringComparer.Ordinal))
            {
                return Problem.BadRequest("parameter-unknown", "Unknown parameter", $"There is no parameter '{name}' here.",
                    parameters.QueryNames);
            }

            if (values.Count > 1)
            {
                return Problem.BadRequest("parameter-repeated", "Repeated parameter",
                    $"The parameter '{name}' is given {values.Count} times.");
            }
        }

        return null;
    }

    private static Problem? FormFault(IReadOnlyList<string> forms, IQueryCollection query) =>
        query[EndpointParameters.Format].ToString() is { Length: > 0 } form && !forms.Contains(form)
            ? Problem.BadRequest("format-unknown", "Unknown format", $"'{form}' is not a format.", forms)
            : null;

    private static Problem? ValueFault(EndpointParameter parameter, HttpRequest request)
    {
        var text = parameter.InRoute ? request.RouteValues[parameter.Name]?.ToString() : request.Query[parameter.Name].ToString();
        if (string.IsNullOrEmpty(text))
        {
            return parameter.IsRequired
                ? Problem.BadRequest("parameter-missing", "Missing parameter",
                    $"The parameter '{parameter.Name}' is needed, {parameter.Type.Expected}.")
                : null;
        }

        return parameter.Type.Reads(text) ? null : parameter.Type.Unreadable(parameter.Name, text);
    }
}
