using System.Security.Claims;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Security;

/// <summary>A caller: the role, the name of the key and, for a council's key, the council it speaks for.</summary>
internal sealed record Caller(Role Role, string Name, CouncilCode? Council)
{
    public const string CouncilClaim = "council";

    public static Caller Anonymous { get; } = new(Role.Anonymous, "anonymous", null);

    /// <summary>The caller that a request's claims tell of; without claims nobody in particular.</summary>
    public static Caller Of(ClaimsPrincipal user) =>
        Codes.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Caller(role, user.Identity?.Name ?? "",
                CouncilCode.TryParse(user.FindFirstValue(CouncilClaim), out var council) ? council : null)
            : Anonymous;

    /// <summary>The caller as claims: role, name, council, and the id of the key that was shown.</summary>
    public ClaimsPrincipal ToPrincipal(string keyId)
    {
        Claim[] claims =
        [
            new(ClaimTypes.Role, Codes.Of(Role)), new(ClaimTypes.Name, Name), new(ClaimTypes.NameIdentifier, keyId),
            .. Council is { } council ? [new Claim(CouncilClaim, council.Value)] : (Claim[])[],
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, ApiKeyHandler.Scheme));
    }
}
