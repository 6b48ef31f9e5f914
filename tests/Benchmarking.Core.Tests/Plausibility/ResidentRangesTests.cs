using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Plausibility;

public sealed class ResidentRangesTests
{
    /// <summary>The least and the largest figures for each resident that councils published, in £000 (MHCLG, revenue outturn), with the
    /// same in £ and in thousands by mistake.</summary>
    [Theory]
    [InlineData("hounslow", "2016-17", "net_spend", "46420")]
    [InlineData("hounslow", "2018-19", "gross_spend", "70782")]
    [InlineData("isles-of-scilly", "2023-24", "gross_spend", "2496")]
    [InlineData("westminster", "2017-18", "council_net_budget", "98670.7")]
    [InlineData("barnsley", "2012-13", "net_budget", "85000")]
    public void No_published_figure_is_asked_about_and_each_of_them_is_where_its_unit_has_slipped(string council, string year,
        string measure, string thousands)
    {
        TestReturn Filed(string unit) => TestReturn.Budget.FiledBy(council).FiledFor(year)
            .Row($"financial_year={year}; measure={measure}; amount={thousands}; unit={unit}");

        Assert.DoesNotContain(Filed("gbp_thousands").Check(new CheckingContext()).Findings, finding =>
            finding.Code != "kept-not-published");
        Assert.Contains("thousands-for-pounds 2 amount", TestReturn.LinesOf(Filed("gbp").Check(new CheckingContext())));
    }

    [Theory]
    [InlineData("kensington-and-chelsea", "31", "gbp_thousands", null)]
    [InlineData("hammersmith-and-fulham", "5303", "gbp_thousands", null)]
    [InlineData("hammersmith-and-fulham", "5303", "gbp", "thousands-for-pounds")]
    [InlineData("hammersmith-and-fulham", "5303000", "gbp_thousands", "pounds-for-thousands")]
    [InlineData("hammersmith-and-fulham", "0", "gbp", null)]
    [InlineData("tri-borough", "15945", "gbp", "thousands-for-pounds")]
    [InlineData("tri-borough", "15945", "gbp_thousands", null)]
    public void Savings_are_held_against_the_residents_of_a_council_or_of_all_members_of_a_partnership(string council, string amount,
        string unit, string? code) =>
        Assert.Equal(
            code is null ? [] : [$"{code} 2 amount"],
            TestReturn.LinesOf(TestReturn.Savings.FiledBy(council).FiledFor("2011-12")
                .Row($"financial_year=2011-12; amount={amount}; unit={unit}").Check(new CheckingContext())));

    /// <summary>A cost in £ beside savings in thousands counts a thousandfold: £250,000 became £250m.</summary>
    [Theory]
    [InlineData("amount=6500; unit=gbp_thousands; one_off_cost=250000", "pounds-for-thousands 2 one_off_cost")]
    [InlineData("amount=6500; unit=gbp_thousands; one_off_cost=250", null)]
    [InlineData("amount=6500000; unit=gbp; one_off_cost=250000", null)]
    [InlineData("amount=6500000; unit=gbp; one_off_cost=12", null)]
    [InlineData("amount=7.2; unit=percent_of_net_budget; one_off_cost=250000000", "pounds-for-thousands 2 one_off_cost")]
    [InlineData("amount=7.2; unit=percent_of_net_budget; one_off_cost=250000000; note=a hospital was bought",
        "pounds-for-thousands 2 one_off_cost")]
    public void A_one_off_cost_is_asked_about_only_where_it_is_too_much(string row, string? found) =>
        Assert.Equal(found is null ? [] : [found], TestReturn.LinesOf(TestReturn.Savings.Row(row).Check(new CheckingContext())));

    [Fact]
    public void Parts_without_a_total_are_asked_about_only_where_they_would_fit_in_thousands()
    {
        Assert.Equal(
            ["thousands-for-pounds 2 amount"],
            TestReturn.LinesOf(TestReturn.Savings.Row("category=prevention; amount=2600").Row("category=other; amount=4000")
                .Check(new CheckingContext())));
        Assert.Empty(TestReturn.Savings.Row("category=prevention; amount=5").Check(new CheckingContext()).Findings);
    }

    [Fact]
    public void What_was_asked_for_another_reason_is_not_asked_again()
    {
        var last = TestReturn.Budget.FiledFor("2011-12").Row("financial_year=2011-12").Check();
        Assert.Equal(["unit-slip 2 amount"], TestReturn.LinesOf(TestReturn.Budget.Row("amount=91500")
            .Check(new CheckingContext { Accepted = [last] })));
        Assert.Equal(["number-three-decimals 2 amount"],
            TestReturn.LinesOf(TestReturn.Budget.Row("amount=91.500").Check(new CheckingContext())));
    }

    [Fact]
    public void The_message_says_how_much_a_resident_of_how_many_and_what_councils_have() =>
        Assert.Equal(
            "Net budget on line 2 comes to £0.367614 for each of 231,221 residents; councils' figures lie between £60 and £2,500, as "
                + "85000 would in thousands of pounds. "
            + "If it is in thousands write gbp_thousands as its unit; from 13,873,260 to 578,052,500 is not asked about. If it is "
            + "right, explain it in this row's note.",
            TestReturn.Budget.FiledBy("barnsley").Row("amount=85000").Check(new CheckingContext()).Findings.Single().Message);

    [Fact]
    public void Every_range_says_why_and_is_of_a_money_total_that_is_known() =>
        Assert.All(ReferenceData.Current.Plausibility.ResidentRanges, range =>
        {
            Assert.NotEmpty(range.Why);
            Assert.True(range.Of is "savings" or "one_off_cost"
                || ReferenceData.Current.Measures.All.Any(measure => measure.Code == range.Of));
            Assert.InRange(range.Min, 0.001m, range.Max / 10);
        });
}
