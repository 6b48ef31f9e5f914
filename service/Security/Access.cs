using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Security;

/// <summary>Tells who calls and whether the door may open.</summary>
internal sealed class Access(KeyStore keys, IOptions<BenchmarkingOptions> options)
{
    public const string Header = "X-Api-Key";

    /// <summary>The problem to answer with, or null where the caller may go on. A key that does not exist is refused even where none is needed.</summary>
    public async Task<Problem?> Check(HttpContext context, Act act, CouncilCode? council = null)
    {
        var caller = Caller.Anonymous;
        if (context.Request.Headers.TryGetValue(Header, out var shown))
        {
            var found = await keys.Find(shown.ToString(), context.RequestAborted);
            if (found is null)
            {
                return new Problem(StatusCodes.Status401Unauthorized, "key-unknown", "Unknown key", $"The key in {Header} is not known.");
            }

            caller = found;
        }

        context.Features.Set(caller);
        if (AccessRules.Allows(caller, act, council, options.Value.OpenReads))
        {
            return null;
        }

        return caller.Role == Role.Anonymous
            ? new Problem(StatusCodes.Status401Unauthorized, "key-missing", "A key is needed", $"Show a key in the header {Header}.")
            : new Problem(StatusCodes.Status403Forbidden, "not-allowed", "Not allowed", Detail(caller, council));
    }

    public static Caller Of(HttpContext context) => context.Features.Get<Caller>() ?? Caller.Anonymous;

    private static string Detail(Caller caller, CouncilCode? council) => council is null
        ? $"A key of the role {Codes.Of(caller.Role)} may not do this."
        : $"This key may not file returns of {council}.";
}
