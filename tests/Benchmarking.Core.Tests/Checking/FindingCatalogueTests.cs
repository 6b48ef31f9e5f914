using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed partial class FindingCatalogueTests
{
    /// <summary>Set to 1 it makes the page anew instead of comparing it.</summary>
    private const string Lever = "REFRESH_DOCS";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "findings.md");

    [Fact]
    public void The_findings_page_equals_the_catalogue()
    {
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, FindingsPage.Write());
        }

        Assert.True(File.ReadAllText(Page) == FindingsPage.Write(), $"docs/findings.md is old: run the tests once with {Lever}=1.");
    }

    [Fact]
    public void Codes_are_unique_and_in_order() =>
        Assert.Equal(
            FindingCatalogue.All.Select(definition => definition.Code).Distinct().Order(StringComparer.Ordinal),
            FindingCatalogue.All.Select(definition => definition.Code));

    [Fact]
    public void Every_definition_is_worded_in_whole_sentences() =>
        Assert.All(FindingCatalogue.All, definition =>
        {
            Assert.Matches(KebabCase(), definition.Code);
            Assert.EndsWith(".", definition.Title, StringComparison.Ordinal);
            Assert.EndsWith(".", definition.Sentence, StringComparison.Ordinal);
            Assert.EndsWith(".", definition.Action, StringComparison.Ordinal);
            Assert.DoesNotContain("|", definition.Title + definition.Action, StringComparison.Ordinal);
            Assert.DoesNotMatch(Detail(), definition.Action);
        });

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"\{(?!expected\})")]
    private static partial Regex Detail();
}
