using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints;

/// <summary>Why something is withdrawn, from the header; what is not plain ASCII is percent-encoded. A header, since a DELETE's body may
/// get lost on the way.</summary>
internal static class WithdrawalReason
{
    public const string Header = "X-Reason";

    private const int Longest = 500;

    public static Outcome<string> Read(HttpRequest request, string what)
    {
        var reason = Uri.UnescapeDataString(request.Headers[Header].ToString()).Trim();
        return reason.Length is 0 or > Longest
            ? Problem.BadRequest(
                "reason-missing", "A reason is needed",
                $"Say in the header {Header} why the {what} is withdrawn, in 1 to {Longest} characters.")
            : Characters.Unfit(reason) is { } unfit
            ? Problem.BadRequest("text-unfit", "Text that is not taken",
                $"The header {Header} holds {Characters.Named(unfit)}, which is not seen or not what it looks like: "
                    + "write plain text on one line.")
            : reason;
    }
}
