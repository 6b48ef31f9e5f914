using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed partial class FindingCaseTests
{
    public static TheoryData<int, string> Cases { get; } =
        new(FindingCases.All.Select((found, index) => new TheoryDataRow<int, string>(index, found.Code)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_smallest_return_with_a_fault_has_that_finding_and_no_other(int index, string code)
    {
        var (_, where, filed) = FindingCases.All[index];
        var result = filed.Check();
        Assert.Equal($"{code} {where}", string.Join("; ", TestReturn.LinesOf(result)));
        Assert.Equal(StatusFor(result.Findings[0].Severity), result.Status);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_message_is_a_whole_sentence_that_shows_the_value_and_ends_in_what_to_do(int index, string code)
    {
        var finding = FindingCases.All[index].Return.Check().Findings[0];
        var definition = FindingCatalogue.All.Single(entry => entry.Code == code);
        Assert.DoesNotMatch(Unfilled(), finding.Message);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Expected);
        if (definition.Sentence.Contains("{value}", StringComparison.Ordinal))
        {
            Assert.Contains(finding.Value!, finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_code_of_this_room_has_a_case()
    {
        var cased = FindingCases.All.Select(found => found.Code).ToHashSet();
        Assert.DoesNotContain(CodesOfThisRoom(), code => !cased.Contains(code));
    }

    private static IEnumerable<string> CodesOfThisRoom() =>
        new[] { "Rows", "Numbers", "Arithmetic" }
            .Select(part => Path.Combine(Repository.Root, "pipeline-core", "Vocabulary", $"FindingCatalogue.{part}.cs"))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);

    private static ReturnStatus StatusFor(Severity severity) => severity switch
    {
        Severity.Error => ReturnStatus.Rejected,
        Severity.Query => ReturnStatus.NeedsExplanation,
        _ => ReturnStatus.Accepted,
    };

    [GeneratedRegex(@"\{[a-z0-9]+\}")]
    private static partial Regex Unfilled();

    [GeneratedRegex("""^\s+"([a-z0-9-]+)", Severity\.""", RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>A filing for a council that has ended says until when it was there and who follows; one that is too early who came
    /// before.</summary>
    [Theory]
    [InlineData("cumbria", "2023-24", "cumberland or westmorland-and-furness, because Cumbria County Council ended with 2022-23")]
    [InlineData("northamptonshire", "2021-22",
        "north-northamptonshire or west-northamptonshire, because Northamptonshire County Council ended with 2020-21")]
    [InlineData("cumberland", "2012-13", "cumbria, because Cumberland Council begins with 2023-24")]
    public void A_return_of_a_council_that_is_not_there_in_the_year_is_told_whose_it_is(string council, string year, string expected) =>
        Assert.Equal(expected, TestReturn.Savings.FiledBy(council).FiledFor(year).Row($"financial_year={year}").Check().Findings[0]
            .Expected);
}
