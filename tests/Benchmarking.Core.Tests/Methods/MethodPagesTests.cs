using System.Globalization;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Methods;

public sealed class MethodPagesTests
{
    public static TheoryData<string> Pages => [.. MethodPage.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_worked_example_is_what_the_code_computes(string name)
    {
        var page = MethodPage.Read(name);
        Assert.NotEmpty(page.Examples);
        foreach (var example in page.Examples)
        {
            var results = Examples.Of(name, example);
            Assert.Equal(example.Expected, example.Expected.Zip(results, AsPrinted));
            Assert.Equal(example.Expected.Count, results.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_has_its_edge_cases_its_source_and_code_that_is_there(string name)
    {
        var page = MethodPage.Read(name);
        Assert.Contains("## Edge cases\n", page.Text, StringComparison.Ordinal);
        Assert.Contains("## Source\n", page.Text, StringComparison.Ordinal);
        var code = page.Text.Split("\nCode: `")[1].Split('`')[0];
        Assert.True(File.Exists(Path.Combine(Repository.Root, code)), $"There is no '{code}'.");
        Assert.Contains($"({name}.md)", MethodPage.Index, StringComparison.Ordinal);
    }

    // A number as the page prints it, to as many places; a word as it is.
    private static string AsPrinted(string expected, object? result)
    {
        if (result is not decimal number)
        {
            return result?.ToString() ?? "none";
        }

        var places = expected.Contains('.', StringComparison.Ordinal)
            ? expected.Length - expected.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        return Rounding.Publish(number,
            places) == (decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var printed) ? printed : null)
            ? expected
            : number.ToString(CultureInfo.InvariantCulture);
    }
}
