using Benchmarking.Service.Security;

namespace Benchmarking.Service.Http;

/// <summary>How an endpoint says what it is: a summary (the framework's <c>WithSummary</c>), the act of its caller and the forms of its
/// answer.</summary>
internal static class EndpointConventions
{
    /// <summary>Parameters, then roles, in this order, before every handler of the group.</summary>
    public static RouteGroupBuilder WithStrictParametersAndRoles(this RouteGroupBuilder group) =>
        group.AddEndpointFilterFactory(ParameterFilter.Create).AddEndpointFilterFactory(RolesFilter.Create);

    /// <summary>HEAD is taken wherever GET is: the server leaves the body out.</summary>
    public static TBuilder WithHead<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { } methods
                && methods.HttpMethods.Contains(HttpMethods.Get) && !methods.HttpMethods.Contains(HttpMethods.Head))
            {
                endpoint.Metadata.Add(new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]));
            }
        });
        return builder;
    }

    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder route, Act act) => route
        .WithMetadata(new RequiredAct(act))
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>The forms between which <c>format</c> and <c>Accept</c> choose, the usual one first. Without this an answer is JSON and
    /// takes no <c>format</c>.</summary>
    public static RouteHandlerBuilder AnswersIn(this RouteHandlerBuilder route, params string[] forms) => route
        .WithMetadata(new AnswerForms(forms))
        .Produces(StatusCodes.Status200OK, null, Form.MediaType(forms[0]), [.. forms.Skip(1).Select(Form.MediaType)]);

    /// <summary>An answer that is a table too, for Excel.</summary>
    public static RouteHandlerBuilder AnswersInTables(this RouteHandlerBuilder route) => route.AnswersIn(Form.Json, Form.Csv, Form.Xlsx);

    /// <summary>An answer in JSON alone.</summary>
    public static RouteHandlerBuilder AnswersInJson(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) =>
        route.Produces(status, null, Form.MediaType(Form.Json));
}
