using Benchmarking.Core.Checking;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Plausibility;

/// <summary>A late figure sent by itself took the place of the whole return (raft-tech/TANF-app, issue 88, asks whether parts may be sent
/// again).</summary>
public sealed class TakenAwayTests
{
    private static readonly CheckedReturn Before = TestReturn.Savings
        .Row().Row("category=prevention; amount=2600000").Row("category=other; amount=4000000")
        .Row("unit=percent_of_net_budget; amount=7.2").Row("financial_year=2013-14; status=projected")
            .Row("financial_year=2013-14; status=target").Check();

    [Fact]
    public void Every_figure_is_named_by_year_and_status_in_one_query_about_the_file()
    {
        var finding = Assert.Single(Revision(TestReturn.Savings.Row("amount=6500000")).Findings);
        Assert.Equal(("figures-taken-away", Severity.Query, null), (finding.Code, finding.Severity, finding.Line));
        Assert.Equal(
            "2012-13 actual: prevention, other, total (percent_of_net_budget); 2013-14 projected: total; 2013-14 target: total",
                finding.Expected);
        Assert.Contains("lacks 5 figures that the accepted revision has: 2012-13 actual: prevention", finding.Message,
            StringComparison.Ordinal);
        Assert.Contains("write 'removed' and why into the note of any row", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("late figure", ReturnStatus.NeedsExplanation)]
    [InlineData("", ReturnStatus.NeedsExplanation)]
    [InlineData("-", ReturnStatus.NeedsExplanation)]
    [InlineData("removed: the categories were filed twice", ReturnStatus.Accepted)]
    [InlineData("The projection has been withdrawn by cabinet", ReturnStatus.Accepted)]
    [InlineData("Categories are no longer known", ReturnStatus.Accepted)]
    public void The_note_of_any_row_answers_if_it_speaks_of_figures_that_go(string note, ReturnStatus status) =>
        Assert.Equal(status, Revision(TestReturn.Savings.Row("unit=percent_of_net_budget; amount=7.2")
            .Row($"amount=6500000; note={note}")).Status);

    [Fact]
    public void Other_figures_other_notes_and_another_order_take_nothing_away() =>
        Assert.Empty(Revision(TestReturn.Savings
            .Row("financial_year=2013-14; status=target; note=new").Row("financial_year=2013-14; status=projected; amount=1m")
                .Row("unit=percent_of_net_budget; amount=7.1")
            .Row("category=other; amount=4100000").Row("category=prevention; amount=2500; unit=gbp_thousands")
                .Row("amount=6.6; unit=gbp_millions")).Findings);

    [Fact]
    public void Of_a_file_with_rows_that_cannot_be_read_it_is_not_known_what_they_take_away() =>
        Assert.Equal(["status-unknown 2 status"], TestReturn.LinesOf(Revision(TestReturn.Savings.Row("status=late"))));

    [Fact]
    public void The_same_file_and_a_return_of_another_year_take_nothing_away()
    {
        Assert.Empty(Revision(TestReturn.Savings
            .Row().Row("category=prevention; amount=2600000").Row("category=other; amount=4000000")
            .Row("unit=percent_of_net_budget; amount=7.2").Row("financial_year=2013-14; status=projected")
                .Row("financial_year=2013-14; status=target")).Findings);
        Assert.Empty(TestReturn.Savings.FiledFor("2014-15").Row("financial_year=2014-15")
            .Check(new CheckingContext { Accepted = [Before] }).Findings);
    }

    private static CheckedReturn Revision(TestReturn filed) => filed.Check(new CheckingContext { Accepted = [Before] });
}
