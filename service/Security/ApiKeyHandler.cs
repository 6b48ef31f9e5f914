using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Security;

/// <summary>Tells by the key in <c>X-Api-Key</c> who calls. No key is nobody in particular; a key that is not known is a failure.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, KeyStore keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public new const string Scheme = "ApiKey";

    public const string Header = "X-Api-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var shown))
        {
            return AuthenticateResult.NoResult();
        }

        var key = shown.ToString();
        return await keys.Find(key, Context.RequestAborted) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(KeyStore.IdOf(key)), Scheme))
            : AuthenticateResult.Fail($"The key in {Header} is not known.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = $"{Scheme} realm=\"benchmarking\"";
        return Task.CompletedTask;
    }
}
