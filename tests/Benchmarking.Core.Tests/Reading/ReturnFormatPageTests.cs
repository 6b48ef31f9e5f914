using System.Text.RegularExpressions;
using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Reading;

public sealed partial class ReturnFormatPageTests
{
    /// <summary>Set to 1 it makes the tables anew instead of comparing them.</summary>
    private const string Lever = "REFRESH_DOCS";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "return-format.md");

    [Fact]
    public void The_tables_of_the_return_format_equal_the_code()
    {
        var text = File.ReadAllText(Page);
        var wanted = Table()
            .Replace(text, match => $"{match.Groups[1].Value}{ReturnFormatTables.All[match.Groups[2].Value]}{match.Groups[4].Value}");
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, wanted);
            text = wanted;
        }

        Assert.True(text == wanted, $"docs/return-format.md is old: run the tests once with {Lever}=1.");
    }

    [Fact]
    public void Every_table_stands_in_the_page_once() =>
        Assert.Equal(
            ReturnFormatTables.All.Keys.Order(StringComparer.Ordinal),
            Table().Matches(File.ReadAllText(Page)).Select(match => match.Groups[2].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("(<!-- table: ([a-z ]+) -->\n\n)(.*?)(\n<!-- end of table -->)", RegexOptions.Singleline)]
    private static partial Regex Table();
}
