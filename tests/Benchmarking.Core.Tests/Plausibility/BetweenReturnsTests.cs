using System.Globalization;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Plausibility;

public sealed class BetweenReturnsTests
{
    private static readonly string[] Measures = ["net_budget", "gross_budget", "net_spend", "gross_spend"];

    [Fact]
    public void A_return_in_thousands_by_mistake_has_one_unit_slip_for_each_measure_and_nothing_else()
    {
        var last = Budget(1_000m, "2011-12").FiledFor("2011-12").Check();
        Assert.Equal((52, ReturnStatus.Accepted), (last.RowsRead, last.Status));
        var slipped = Budget(1.1m, "2012-13").Check(new CheckingContext { Accepted = [last] });
        Assert.Equal(["unit-slip 2 amount", "unit-slip 15 amount", "unit-slip 28 amount", "unit-slip 41 amount"],
            TestReturn.LinesOf(slipped));
        Assert.Contains("lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 1 more", slipped.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(52, Budget(1_400m, "2012-13").Check(new CheckingContext { Accepted = [last] }).Counts.Query);
        Assert.Equal(
            ["part-not-published 3 service", "kept-not-published 15 measure"],
            TestReturn.LinesOf(Budget(1_100m, "2012-13").Check(new CheckingContext { Accepted = [last] })));
    }

    [Theory]
    [InlineData("1000", 1000d)]
    [InlineData("1290", 1000d)]
    [InlineData("0.0011", 0.001)]
    [InlineData("80", 100d)]
    [InlineData("0.0101", 0.01)]
    [InlineData("10", null)]
    [InlineData("300", null)]
    [InlineData("1", null)]
    [InlineData("0", null)]
    [InlineData("-1000", null)]
    public void A_ratio_near_a_hundred_or_a_thousand_either_way_is_a_slip(string ratio, double? slip) =>
        Assert.Equal((decimal?)slip, ReferenceData.Current.Plausibility.SlipOf(decimal.Parse(ratio, CultureInfo.InvariantCulture), 1));

    [Theory]
    [InlineData("", "savings-pct-net-budget savings-delivery-rate savings-per-resident savings-per-resident-65plus")]
    [InlineData("category=total; unit=percent_of_net_budget; amount=5",
        "savings-pct-net-budget savings-delivery-rate savings-per-resident savings-per-resident-65plus net-budget-per-resident")]
    [InlineData("recurrence=recurrent",
        "savings-pct-net-budget savings-delivery-rate savings-per-resident savings-per-resident-65plus savings-recurrent-share")]
    public void Other_councils_are_asked_for_the_ratios_in_which_what_is_stated_takes_part(string row, string metrics) =>
        Assert.Equal(
            metrics.Split(' '), TestReturn.Savings.Row("category=total").Row($"category=total; {row}").Read().ComparedMetrics);

    [Fact]
    public void A_version_of_the_return_itself_and_returns_of_others_are_not_held_against_it()
    {
        var own = TestReturn.Budget.Row("amount=1000").Check();
        var other = TestReturn.Budget.FiledBy("hackney").FiledFor("2011-12").Row("financial_year=2011-12; amount=1000").Check();
        Assert.Empty(TestReturn.Budget.Row().Check(new CheckingContext { Accepted = [own, other] }).Findings);
    }

    [Fact]
    public void Rows_in_error_are_held_against_nothing()
    {
        var last = TestReturn.Budget.FiledFor("2011-12").Row("financial_year=2011-12").Check();
        var result = TestReturn.Budget.Row("amount=1").Row("amount=2").Row("measure=gross_budget; amount=tbc")
            .Check(new CheckingContext { Accepted = [last] });
        Assert.Equal(["changed-from-last-year 2 amount", "duplicate-row 3 measure", "number-placeholder 4 amount"],
            TestReturn.LinesOf(result));
    }

    [Fact]
    public void Every_measure_with_a_threshold_of_its_own_and_every_link_is_in_the_catalogue()
    {
        var rules = ReferenceData.Current.Plausibility;
        var known = ReferenceData.Current.Measures.All.Select(measure => measure.Code).ToHashSet();
        Assert.All(rules.Measures, rule => Assert.Contains(rule.Of, known));
        Assert.All(rules.Links.SelectMany(link => new[] { link.Left, link.Right })
            .Where(term => !term.StartsWith("area:", StringComparison.Ordinal)), term =>
            Assert.Contains(term.Split(':')[0], known));
        Assert.All(rules.Links, link => Assert.Contains(link.Relation, new[] { "equal", "at-most" }));
    }

    /// <summary>Four measures with twelve services each, all in one scale.</summary>
    private static TestReturn Budget(decimal scale, string year)
    {
        var filed = TestReturn.Budget;
        foreach (var (index, measure) in Measures.Index())
        {
            var level = (index % 2 == 0 ? 90_000m : 120_000m) * scale;
            filed.Row(Row(measure, "", level));
            for (var service = 1; service <= 12; service++)
            {
                filed.Row(Row(measure, $"service {service}", level / 13));
            }
        }

        return filed;

        string Row(string measure, string service, decimal amount) =>
            string.Create(CultureInfo.InvariantCulture, $"financial_year={year}; measure={measure}; service={service}; amount={amount:0}");
    }
}
