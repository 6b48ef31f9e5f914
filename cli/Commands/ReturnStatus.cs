using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

/// <summary>The three outcomes of checking; only one lets a return through.</summary>
internal static class ReturnStatus
{
    public const string Accepted = "accepted";
    public const string NeedsExplanation = "needs-explanation";
    public const string Rejected = "rejected";

    public static int ExitCodeOf(JsonElement receipt) =>
        receipt.Text("status") == Accepted ? ExitCode.Good : ExitCode.Blocked;

    public static string Tally(IEnumerable<string?> statuses)
    {
        var counted = statuses.ToLookup(status => status);
        var known = new[] { Accepted, NeedsExplanation, Rejected };
        var others = counted.Where(group => !known.Contains(group.Key)).Sum(group => group.Count());
        var tally = string.Join(", ", known.Select(status => $"{counted[status].Count()} {status}"));
        return others == 0 ? tally : $"{tally}, {others} without a status we know";
    }
}
