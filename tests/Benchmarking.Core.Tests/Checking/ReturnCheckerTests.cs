using Benchmarking.Core.Checking;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class ReturnCheckerTests
{
    [Fact]
    public void A_good_return_of_each_kind_has_no_findings_and_keeps_its_rows()
    {
        var savings = Accepted(TestReturn.Savings.Row("amount=£6.6m")
            .Row("unit=percent_of_net_budget; amount=7.2%")
            .Row("category=Reducing bureaucracy; subcategory=Better use of technology; amount=4.1m; confidence=Assured; stage=delivery; "
                + "recurrence=one off")
            .Row("category=managing-demand; amount=2500; unit=gbp_thousands; one_off_cost=10")
            .Row("financial_year=FY2013/14; status=Projected; amount=3"));
        var budget = Accepted(TestReturn.Budget.Row("amount=91.5; unit=gbp_millions").Row("measure=council_net_budget; amount=£200m")
            .Row("amount=92; unit=gbp_millions; status=projected"));
        var activity = Accepted(TestReturn.Activity.Row("numerator=96; denominator=27,429; client_group=65+")
            .Row("measure=telecare_clients; unit=count; value=350; client_group=Everyone").Row(
            "measure=home_care_unit_cost; unit=gbp_per_hour; value=; numerator=£1.2m; denominator=80000; client_group="));
        Assert.Equal((5, 3, 3), (savings.Savings.Count, budget.Budgets.Count, activity.Activities.Count));
        Assert.All(activity.Activities, row => Assert.Null(row.ClientGroup));
        Assert.Equal(
            ("reducing-bureaucracy", "better-use-of-technology", "Better use of technology", Confidence.Assured, SavingsStage.Delivery,
                Recurrence.OneOff),
            savings.Savings[2] is { } row
                ? (row.Category, row.Subcategory, row.SubcategoryAsFiled, row.Confidence, row.Stage, row.Recurrence)
                : default);
        Assert.Null(savings.Savings[0].Category);
        Assert.Equal(6_600_000m, savings.Savings[0].Amount.Value);
    }

    [Fact]
    public void One_pass_finds_twelve_faults_of_twelve_kinds()
    {
        var result = TestReturn.Savings
            .Row("amount=6,60,0000")
            .Row("financial_year=2012-14")
            .Row("category=mangaing-demand; status=forecast")
            .Row("category=prevention; description=a; amount=")
            .Row("category=prevention; description=b; unit=£m; confidence=sure")
            .Row("category=other; description=c; amount=tbc; stage=done")
            .Row("category=other; description=d; amount=5")
            .Row("category=other; description=d; amount=5")
            .Row("unit=percent_of_net_budget; amount=720; financial_year=2013-14")
            .Check();
        Assert.Equal(
            [
                "number-grouping 2 amount", "year-halves 3 financial_year", "category-unknown 4 category", "status-unknown 4 status",
                "cell-required 5 amount", "unit-unknown 6 unit", "confidence-unknown 6 confidence", "number-placeholder 7 amount",
                "stage-unknown 7 stage", "duplicate-row 9 category", "percent-out-of-range 10 amount", "actual-in-future 10 status",
            ],
            TestReturn.LinesOf(result));
        Assert.Equal((ReturnStatus.Rejected, 9, 12), (result.Status, result.RowsRead, result.Counts.Error));
    }

    [Theory]
    [InlineData("category=other; description=Total; note=Total Place programme", ReturnStatus.Accepted)]
    [InlineData("category=other; description=Total; note=n/a", ReturnStatus.NeedsExplanation)]
    [InlineData("category=other; description=Total; note= ", ReturnStatus.NeedsExplanation)]
    public void A_query_is_answered_by_words_in_the_note_and_stays_listed(string row, ReturnStatus status)
    {
        var result = TestReturn.Savings.Row(row).Check();
        Assert.Equal(status, result.Status);
        Assert.Equal(new FindingCounts(0, 1, 0), result.Counts);
    }

    [Fact]
    public void One_unexplained_query_holds_a_return_whose_others_are_explained() =>
        Assert.Equal(
            ReturnStatus.NeedsExplanation,
            TestReturn.Savings.Row("amount=-5; note=Costs of closing").Row("amount=-5; financial_year=2013-14; status=target")
                .Check().Status);

    [Fact]
    public void A_file_that_cannot_be_read_is_rejected_with_what_reading_found()
    {
        var found = new Finding("column-missing", Severity.Error, 1, "amount", null, "a column amount", "There is none. Add it.");
        var result = TestReturn.Savings.Found(found).Check();
        Assert.Equal([found], result.Findings);
        Assert.Equal((ReturnStatus.Rejected, 0), (result.Status, result.Savings.Count));
    }

    [Fact]
    public void Findings_of_reading_and_checking_stand_in_order_of_line_column_and_code()
    {
        var result = TestReturn.Savings.FiledBy("nowhere")
            .Row("status=y; amount=y").Row("category=other; amount=y; unit=y")
            .Found(new Finding("row-ragged", Severity.Query, 3, null, null, "12 cells", "Mend it."))
            .Found(new Finding("b", Severity.Notice, 2, "amount", null, "e", "m"))
            .Check();
        Assert.Equal(
            ["path-council-unknown  ", "b 2 amount", "number-unreadable 2 amount", "status-unknown 2 status", "row-ragged 3 ",
                "number-unreadable 3 amount", "unit-unknown 3 unit"],
            TestReturn.LinesOf(result));
    }

    [Fact]
    public void All_findings_are_counted_and_the_first_thousand_listed()
    {
        var filed = TestReturn.Savings;
        for (var i = 0; i < 1_500; i++)
        {
            filed.Row("amount=; status=; unit=");
        }

        var result = filed.Check();
        Assert.Equal(4_500, result.Counts.Total);
        Assert.Equal(1_000, result.Findings.Count);
        Assert.Equal("cell-required 335 amount", TestReturn.LinesOf(result)[^1]);
    }

    [Fact]
    public void A_return_filed_under_the_wrong_year_is_told_so_once()
    {
        var result = TestReturn.Savings.FiledFor("2010-11").Row().Row("financial_year=2013-14").Check();
        Assert.Equal("2012-13, 2013-14", Assert.Single(result.Findings).Value);
    }

    [Theory]
    [InlineData("hackney", "2012-13")]
    [InlineData("tri-borough", "2011-12")]
    public void Councils_and_partnerships_of_the_year_may_file(string council, string year) =>
        Accepted(TestReturn.Savings.FiledBy(council).FiledFor(year).Row($"financial_year={year}"));

    [Fact]
    public void Reading_and_path_must_be_of_one_kind() =>
        Assert.Throws<ArgumentException>(() => ReturnChecker.Check(
            new ReturnPath(CouncilCode.Parse("hackney"), new FinancialYear(2012), ReturnKind.Budget, "csv"),
            new RawReturn(ReturnKind.Savings, [], [], 0, []),
            ReferenceData.Current, TestContext.Current.CancellationToken));

    /// <summary>Tables mark years that are provisional or have a footnote.</summary>
    [Theory]
    [InlineData("2012-13*", "2012-13")]
    [InlineData("2012-13¹", "2012-13")]
    [InlineData("2012/13 (p)", "2012-13")]
    [InlineData("2012-13 [note 1]", "2012-13")]
    [InlineData("FY2012/13 provisional", "2012-13")]
    [InlineData("2012-13 outturn", "2012-13")]
    [InlineData("2012-13 Q1", "a year such as 2012-13")]
    [InlineData("2012-13-14", "a year such as 2012-13")]
    [InlineData("2012-14*", "a year such as 2012-13")]
    public void A_year_with_a_mark_is_offered_without_it(string text, string expected)
    {
        var finding = TestReturn.Savings.Row($"financial_year={text}").Row().Check().Findings.First(found => found.Line == 2);
        Assert.Equal(("year-unreadable", expected), (finding.Code, finding.Expected));
    }

    /// <summary>rustledger/rustledger, pull requests 1473 and 1475: the sign of ledgers stands behind, and was dropped with the
    /// letters.</summary>
    [Theory]
    [InlineData("1,000-", "Write 1,000, or -1,000 if it is less than zero, without other signs or words.")]
    [InlineData("£500 DR", "Write £500, or -£500 if it is less than zero, without other signs or words.")]
    [InlineData("500 in thousands", "Write a number such as 1234567, 1,234,567.50 or £1.2m, without other signs or words.")]
    public void A_sign_or_scale_behind_a_number_is_no_remark(string amount, string words) =>
        Assert.EndsWith(words, TestReturn.Savings.Row($"amount={amount}").Check().Findings[0].Message, StringComparison.Ordinal);

    private static CheckedReturn Accepted(TestReturn filed)
    {
        var result = filed.Check();
        Assert.Empty(TestReturn.LinesOf(result));
        Assert.Equal(ReturnStatus.Accepted, result.Status);
        return result;
    }
}
