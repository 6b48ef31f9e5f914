using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("3.5", "per_1000", "96", "27429", "")]
    [InlineData("350.0", "per_100000", "96", "27429", "")]
    [InlineData("3.5", "per_1000", "96", "27k", "")]
    [InlineData("3.4", "per_1000", "96", "27429", "rate-disagrees")]
    [InlineData("3.8", "per_1000", "96", "27429", "rate-disagrees")]
    [InlineData("3.4999", "per_1000", "96", "27429", "")]
    [InlineData("35", "per_1000", "96", "27429", "rate-unit-slip")]
    [InlineData("0.35", "per_1000", "96", "27429", "rate-unit-slip")]
    [InlineData("0.0035", "per_1000", "96", "27429", "rate-unit-slip")]
    [InlineData("3500", "per_1000", "96", "27429", "rate-unit-slip")]
    [InlineData("0", "per_1000", "96", "27429", "rate-disagrees")]
    [InlineData("0", "per_1000", "0", "27429", "")]
    public void A_rate_must_be_what_its_figures_give_within_their_rounding(string value, string unit, string top, string bottom,
        string code)
    {
        var result = TestReturn.Activity.Row($"value={value}; unit={unit}; numerator={top}; denominator={bottom}").Check();
        Assert.Equal(code, string.Join(" ", result.Findings.Select(finding => finding.Code)));
    }

    [Theory]
    [InlineData("21.7", "per_100000", "")]
    [InlineData("0.217", "per_1000", "")]
    [InlineData("22.7", "per_100000", "rate-disagrees")]
    [InlineData("0.217", "per_100000", "rate-unit-slip")]
    [InlineData("21.7", "per_1000", "rate-unit-slip")]
    public void So_must_a_rate_that_is_kept_per_hundred_thousand(string value, string unit, string code)
    {
        var result = TestReturn.Activity
            .Row($"measure=admissions_18to64_per_100000; value={value}; unit={unit}; numerator=12; denominator=55267").Check();
        Assert.Equal(code, string.Join(" ", result.Findings.Select(finding => finding.Code)));
    }

    [Theory]
    [InlineData("£15.50", "£1.55m", "100000", "")]
    [InlineData("15.51", "1550000", "100000", "rate-disagrees")]
    [InlineData("15.5", "1550", "100000", "rate-unit-slip")]
    public void A_unit_cost_is_money_over_units(string value, string cost, string hours, string code)
    {
        var result = TestReturn.Activity
            .Row($"measure=home_care_unit_cost; unit=gbp_per_hour; value={value}; numerator={cost}; denominator={hours}").Check();
        Assert.Equal(code, string.Join(" ", result.Findings.Select(finding => finding.Code)));
    }

    [Theory]
    [InlineData("2.3m", "1.1m", "1.2m", "")]
    [InlineData("2.3m", "1.2m", "1.2m", "")]
    [InlineData("2.3m", "1.3m", "1.2m", "parts-exceed-total")]
    [InlineData("2.3m", "1.0m", "1.2m", "")]
    [InlineData("2.3m", "0.9m", "1.2m", "not-stated")]
    [InlineData("100", "50", "51", "")]
    [InlineData("100", "50", "52", "parts-exceed-total")]
    [InlineData("100", "50", "48", "not-stated")]
    public void Parts_fit_into_their_total_within_half_a_unit_of_each_figure(string total, string first, string second, string code)
    {
        var result = TestReturn.Savings.Row($"amount={total}").Row($"category=prevention; amount={first}")
            .Row($"category=other; amount={second}").Check();
        Assert.Equal(code, string.Join(" ", result.Findings.Select(finding => finding.Code)));
    }

    [Fact]
    public void Thousands_and_millions_are_added_in_pounds()
    {
        var result = TestReturn.Savings.Row("amount=6.6; unit=gbp_millions")
            .Row("category=prevention; amount=6000; unit=gbp_thousands").Row("category=other; amount=600000").Check();
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("50 20 5 25", "")]
    [InlineData("43 25 10 22", "")]
    [InlineData("43 25 10 24", "")]
    [InlineData("43 25 10 25", "shares-do-not-add")]
    [InlineData("43 25 10 20", "")]
    [InlineData("43 25 10 19", "shares-do-not-add")]
    [InlineData("43.0 25.0 10.0 22.3", "shares-do-not-add")]
    [InlineData("60 40 0", "")]
    [InlineData("60 41 0", "")]
    [InlineData("60 42 0", "shares-do-not-add")]
    [InlineData("20 10", "not-stated")]
    public void Shares_add_to_a_hundred_as_the_report_prints_them(string shares, string code)
    {
        string[] categories = ["reducing-bureaucracy", "managing-demand", "prevention", "other"];
        var filed = TestReturn.Savings;
        foreach (var (share, category) in shares.Split(' ').Zip(categories))
        {
            filed.Row($"category={category}; unit=percent_of_savings; amount={share}");
        }

        Assert.Equal(code, string.Join(" ", filed.Check().Findings.Select(finding => finding.Code)));
    }

    [Theory]
    [InlineData("62", "")]
    [InlineData("62.1", "")]
    [InlineData("62.2", "share-disagrees")]
    public void A_share_is_what_the_amounts_give(string share, string code)
    {
        var result = TestReturn.Savings.Row("amount=6600000").Row("category=prevention; amount=4100000")
            .Row("category=other; amount=2500000")
            .Row($"category=prevention; unit=percent_of_savings; amount={share}").Check();
        Assert.Equal(code, string.Join(" ", result.Findings.Select(finding => finding.Code)));
    }

    [Theory]
    [InlineData("30", "not-stated", "Only 90 per cent of the savings have a category (lines 3 and 4); the other £1,000,000 count")]
    [InlineData("40", "", "")]
    [InlineData("41", "parts-exceed-total", "")]
    public void A_share_of_a_category_without_an_amount_is_a_part_of_the_total_too(string share, string code, string message)
    {
        var findings = TestReturn.Savings.Row("amount=10000000").Row("category=prevention; amount=6000000")
            .Row($"category=other; unit=percent_of_savings; amount={share}.0").Check().Findings;
        Assert.Equal(code, string.Join(" ", findings.Select(finding => finding.Code)));
        Assert.StartsWith(message, string.Concat(findings.Select(finding => finding.Message)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("category=prevention; amount=1000000", "category=other; unit=percent_of_savings; amount=50", "savings-not-added 3 unit")]
    [InlineData("category=prevention; amount=1000000", "category=prevention; unit=percent_of_savings; amount=50", "")]
    [InlineData("category=total; amount=2000000", "category=other; unit=percent_of_savings; amount=100.0", "")]
    [InlineData("category=prevention; amount=1000000", "category=other; unit=percent_of_savings; amount=50; status=target",
        "not-stated 3 amount")]
    [InlineData("category=prevention; amount=1000000", "category=prevention; unit=percent_of_net_budget; amount=1",
        "kept-not-published 3 unit")]
    [InlineData("category=total; amount=1000000", "category=total; unit=percent_of_savings; amount=100", "kept-not-published 3 unit")]
    public void What_is_not_added_up_is_said(string first, string second, string found) =>
        Assert.Equal(found, string.Join("; ", TestReturn.LinesOf(TestReturn.Savings.Row(first).Row(second).Check())));

    [Fact]
    public void A_broken_row_leaves_no_false_remainder_but_what_is_too_much_is_still_found()
    {
        Assert.DoesNotContain(
            TestReturn.Savings.Row("amount=100").Row("category=prevention; amount=40").Row("category=other; amount=sixty").Check().Findings,
            finding => finding.Code == "not-stated");
        Assert.Contains(
            TestReturn.Savings.Row("amount=100").Row("category=prevention; amount=140").Row("category=other; amount=sixty")
                .Check().Findings,
            finding => finding.Code == "parts-exceed-total");
    }

    [Fact]
    public void Statuses_and_years_are_added_apart() =>
        Assert.Empty(
            TestReturn.Savings.Row("amount=100").Row("category=other; amount=100").Row("category=other; amount=100; status=target")
                .Row("category=other; amount=100; financial_year=2011-12").Check().Findings);

    [Fact]
    public void Every_repeated_line_is_named()
    {
        var filed = TestReturn.Savings;
        for (var i = 0; i < 20; i++)
        {
            filed.Row("category=other");
        }

        var findings = filed.Check().Findings;
        Assert.Equal(Enumerable.Range(3, 19), findings.Select(finding => finding.Line!.Value));
        Assert.Contains("lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 8 more", findings[0].Message, StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.Equal(FindingCatalogue.DuplicateRow.Code, finding.Code));
    }

    [Theory]
    [InlineData("", "100", "category-counted-twice")]
    [InlineData("", "60 40", "category-counted-twice")]
    [InlineData("", "60 30", "")]
    [InlineData("Phase 2", "60 40", "category-counted-twice")]
    [InlineData("Phase 2", "100", "")]
    public void A_category_total_beside_its_subcategories_is_found(string description, string parts, string code)
    {
        string[] subcategories = ["reablement", "customer-journey"];
        var filed = TestReturn.Savings.Row($"category=prevention; amount=100; description={description}");
        foreach (var (amount, subcategory) in parts.Split(' ').Zip(subcategories))
        {
            filed.Row($"category=prevention; amount={amount}; subcategory={subcategory}");
        }

        Assert.Equal(code, string.Join(" ", filed.Check().Findings.Select(finding => finding.Code)));
    }
}
