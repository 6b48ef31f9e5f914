using System.Security.Cryptography;

namespace Benchmarking.Service.Http;

/// <summary>The header <c>Content-Digest</c> (RFC 9530): the sender's own digest of the body, so that bytes that were lost or changed on
/// the way are not taken for the file. SHA-256 and SHA-512 are looked at; others say nothing that could be relied on.</summary>
internal static class ContentDigest
{
    public const string Header = "Content-Digest";

    private static readonly Dictionary<string, Func<byte[], byte[]>> Algorithms = new(StringComparer.Ordinal)
    {
        ["sha-256"] = SHA256.HashData, ["sha-512"] = SHA512.HashData,
    };

    /// <summary>Why the body is not what its sender says; null where it is, or nothing is said.</summary>
    public static Problem? Fault(HttpRequest request, byte[] body)
    {
        var members = request.Headers[Header].SelectMany(value => (value ?? "").Split(','));
        foreach (var member in members.Select(member => member.Trim(' ', '\t')))
        {
            var sign = member.IndexOf('=', StringComparison.Ordinal);
            var value = sign > 0 ? member[(sign + 1)..] : "";
            var digest = new byte[value.Length];
            if (value is not [':', .., ':'] || value.Length < 2 || !Convert.TryFromBase64String(value[1..^1], digest, out var length))
            {
                return Problem.BadRequest(
                    "digest-unreadable", "Unreadable digest",
                    $"{Header} must be such as sha-256=:2jmj7l5rSw0yVb/vlWAYkK/YBwk=:, the digest in base64 between colons.");
            }

            if (Algorithms.TryGetValue(member[..sign], out var hash) && !digest.AsSpan(0, length).SequenceEqual(hash(body)))
            {
                return Problem.BadRequest(
                    "digest-mismatch", "Other bytes arrived",
                    $"The body that arrived does not have the digest that {Header} gives: send the file again. Nothing was stored.");
            }
        }

        return null;
    }
}
