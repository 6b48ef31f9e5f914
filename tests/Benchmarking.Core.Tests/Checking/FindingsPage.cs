using System.Text;
using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

/// <summary>Writes docs/findings.md from the catalogue.</summary>
internal static partial class FindingsPage
{
    private const string Head = """
        # Findings

        Everything that checking a return can find. This page is generated from the catalogue in `pipeline-core/Vocabulary`, and a test
        keeps the two equal.

        * An **error** blocks the return: it is `rejected` until the error is put right and the file is sent again.
        * A **query** must be changed, or explained by text in the `note` of its row; until then the return `needs-explanation`.
        * A **notice** informs and blocks nothing.

        Each finding says on which line it is (the row number that Excel shows), in which column, the value as filed and what was expected.
        The words *expected* below stand for what the finding itself names.

        | Code | Severity | Meaning | What to do |
        | --- | --- | --- | --- |

        """;

    public static string Write()
    {
        var page = new StringBuilder(Head);
        foreach (var definition in FindingCatalogue.All)
        {
            var action = Placeholder().Replace(definition.Action, "*$1*");
            page.Append($"| `{definition.Code}` | {Codes.Of(definition.Severity)} | {definition.Title} | {action} |\n");
        }

        return page.ToString();
    }

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Placeholder();
}
