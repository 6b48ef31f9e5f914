using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

public sealed class CaseFolderTests
{
    /// <summary>Set to 1 it writes what is found down as expected, to be read before it is committed.</summary>
    private const string Lever = "REFRESH_CASES";

    private const int FewestCases = 60;

    public static TheoryData<string> Names { get; } = new(CaseFolder.All.Select(folder => folder.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_has_the_findings_written_down_for_it(string name)
    {
        var folder = new CaseFolder(name);
        var (result, receipt) = folder.Walk();
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            folder.Expect(receipt.Findings);
        }

        Assert.Equal(folder.Expected, CaseFolder.Shown(receipt.Findings));
        Assert.Equal((result.Status, result.Counts.Total), (receipt.Status, receipt.FindingsTotal));
        Assert.All(receipt.Findings, finding => Assert.EndsWith(".", finding.Message, StringComparison.Ordinal));
        var plain = result.Counts.Error > 0 ? ReturnStatus.Rejected : ReturnStatus.Accepted;
        Assert.Equal(folder.ExpectedStatus ?? Codes.Of(plain), Codes.Of(result.Status));
        Assert.Equal(result.Counts.Query > 0 && result.Counts.Error == 0, folder.ExpectedStatus is not null);
    }

    /// <summary>Those of datasets, which are no returns, are tried in the tests of broken datasets.</summary>
    [Fact]
    public void Every_code_of_the_catalogue_has_a_case()
    {
        var cased = CaseFolder.All.SelectMany(folder => folder.ExpectedCodes).ToHashSet();
        var ofDatasets = File.ReadAllText(Path.Combine(
            Repository.Root, "tests", "Benchmarking.Core.Tests", "Checking", "Datasets", "BrokenDatasetTests.cs"));
        Assert.DoesNotContain(FindingCatalogue.All.Select(definition => definition.Code),
            code => !cased.Contains(code) && !ofDatasets.Contains($"\"{code}", StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_sixty_cases_or_more_and_each_says_why()
    {
        Assert.True(CaseFolder.All.Count >= FewestCases);
        Assert.All(CaseFolder.All, folder => Assert.Matches(@"^[^\n]{20,}\.$", folder.Why));
    }

    [Fact]
    public void The_lever_is_off() => Assert.NotEqual("1", Environment.GetEnvironmentVariable(Lever));
}
