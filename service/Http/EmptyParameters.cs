using Microsoft.Extensions.Primitives;

namespace Benchmarking.Service.Http;

/// <summary>A parameter with nothing after its equals sign was not given: forms send all their fields. The framework's binding would try to
/// read the empty text.</summary>
internal sealed class EmptyParameters(RequestDelegate next, ParameterTypes types)
{
    public Task Invoke(HttpContext context)
    {
        if (context.Request.Query.Any(IsEmpty) && context.GetEndpoint() is { } endpoint)
        {
            // Others stay, so that the filter can refuse them.
            var taken = EndpointParameters.Of(endpoint, types).QueryNames;
            context.Request.Query = new QueryCollection(context.Request.Query
                .Where(pair => !IsEmpty(pair) || !taken.Contains(pair.Key, StringComparer.Ordinal))
                .ToDictionary(StringComparer.OrdinalIgnoreCase));
        }

        return next(context);
    }

    private static bool IsEmpty(KeyValuePair<string, StringValues> pair) => pair.Value.Count == 1 && string.IsNullOrEmpty(pair.Value[0]);
}
