using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Benchmarking.Service.Http;

/// <summary>What the caller of an endpoint does, so that it can be judged whether the caller may.</summary>
internal sealed record RequiredAct(Act Act);

/// <summary>Judges the caller once route and parameters are right. An endpoint that does not say what its caller does is open to nobody,
/// unless it is marked as open to everybody.</summary>
internal static class RolesFilter
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var authorization = factory.ApplicationServices.GetRequiredService<IAuthorizationService>();
        return async context => await Refusal(context.HttpContext, authorization) ?? await next(context);
    }

    private static async ValueTask<Problem?> Refusal(HttpContext context, IAuthorizationService authorization)
    {
        var metadata = context.GetEndpoint()!.Metadata;
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        // A key that is not known is refused even where none is needed.
        if ((await context.AuthenticateAsync()).Failure is { } failure)
        {
            await context.ChallengeAsync();
            return new Problem(StatusCodes.Status401Unauthorized, "key-unknown", "Unknown key", failure.Message);
        }

        var council = CouncilCode.TryParse(context.Request.RouteValues["council"]?.ToString(), out var code) ? code : (CouncilCode?)null;
        var required = metadata.GetMetadata<RequiredAct>();
        if (required is not null
            && (await authorization.AuthorizeAsync(context.User, council, new ActRequirement(required.Act))).Succeeded)
        {
            return null;
        }

        var caller = Caller.Of(context.User);
        if (caller.Role != Role.Anonymous)
        {
            return new Problem(StatusCodes.Status403Forbidden, "not-allowed", "Not allowed", Detail(caller, required?.Act, council));
        }

        await context.ChallengeAsync();
        return new Problem(
            StatusCodes.Status401Unauthorized, "key-missing", "A key is needed", $"Show a key in the header {ApiKeyHandler.Header}.");
    }

    private static string Detail(Caller caller, Act? act, CouncilCode? council) => (act, council) switch
    {
        (_, null) => $"A key of the role {Codes.Of(caller.Role)} may not do this.",
        (Act.FileReturn, _) => $"This key may not file returns of {council}.",
        _ => $"This key may not read what {council} filed.",
    };
}
