using System.Text;
using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

public sealed class WorkbookCorpusTests
{
    /// <summary>Set to 1 it makes the page anew instead of comparing it.</summary>
    private const string Lever = "REFRESH_DOCS";

    private const int FewestBooks = 60;

    private const string Head = """
        # What a workbook gives

        A workbook means what Excel shows: the figure is what an officer sees, or there is a finding. These workbooks are made by the tests
        (`WorkbookCorpus`), one for each way in which what a cell holds and what Excel shows may differ, and this page is written by them.
        *Gives* is the figure that counts, with notices in brackets, or what keeps it out: *refused* by an error, *held* by a query.
        [findings.md](findings.md) says what each code means and what to do.

        | kind | workbook | Excel shows | gives |
        | --- | --- | --- | --- |

        """;

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "workbooks.md");

    public static TheoryData<string> Names { get; } = new(WorkbookCorpus.All.Select(book => book.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workbook_of_the_corpus_gives_what_Excel_shows_or_a_finding(string name)
    {
        var book = WorkbookCorpus.All.Single(book => book.Name == name);
        Assert.Equal(book.Gives, book.Outcome());
    }

    [Fact]
    public void There_are_sixty_workbooks_or_more_each_with_a_name_of_its_own()
    {
        Assert.InRange(WorkbookCorpus.All.Count, FewestBooks, int.MaxValue);
        Assert.Distinct(WorkbookCorpus.All.Select(book => book.Name));
    }

    [Fact]
    public void The_page_of_workbooks_equals_the_corpus()
    {
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, Written());
        }

        Assert.True(File.Exists(Page) && File.ReadAllText(Page) == Written(),
            $"docs/workbooks.md is old: run the tests once with {Lever}=1.");
    }

    private static string Written()
    {
        var page = new StringBuilder(Head);
        foreach (var book in WorkbookCorpus.All)
        {
            page.Append($"| {book.Kind} | {book.Name} | {(book.Shows.Length == 0 ? "nothing" : book.Shows)} | {book.Outcome()} |\n");
        }

        return page.ToString();
    }
}
