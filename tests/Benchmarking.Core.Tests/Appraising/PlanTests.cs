using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>Confidence, phasing and pipeline of savings plans.</summary>
public sealed class PlanTests
{
    [Fact]
    public void The_tri_borough_sources_fall_into_the_printed_risk_profile()
    {
        var profile = ConfidenceProfile.Of(TriBoroughPlan.Sources, new(1, 0.8m, 0.5m)).Result!;
        Assert.Equal([4231, 1935, 4784], profile.Classes.Select(part => part.Amount));
        Assert.Equal(10950, profile.Total);
        Assert.Equal(4231 + 1548 + 2392, profile.RiskWeightedTotal);
        Assert.Equal([1, 0.8m, 0.5m], profile.Classes.Select(part => part.Weight));
        Assert.Equal(100, decimal.Round(profile.Classes.Sum(part => part.Share!.Value), 10));
    }

    [Fact]
    public void A_class_without_savings_is_there_with_0()
    {
        var profile = ConfidenceProfile.Of([new("a", Confidence.Possible, 0)], new(1, 1, 1)).Result!;
        Assert.Equal([(Confidence.Assured, 0m), (Confidence.Projected, 0m), (Confidence.Possible, 0m)],
            profile.Classes.Select(c => (c.Confidence, c.Amount)));
        Assert.All(profile.Classes, part => Assert.Null(part.Share));
    }

    [Theory]
    [InlineData(1, 0.5, 0.8, "weights-not-falling")]
    [InlineData(1.2, 1, 0.8, "share-out-of-range")]
    [InlineData(1, 0.5, -0.1, "share-out-of-range")]
    public void Weights_that_mean_nothing_are_named(double assured, double projected, double possible, string code) =>
        Named.Problem(code,
            ConfidenceProfile.Of(TriBoroughPlan.Sources, new((decimal)assured, (decimal)projected, (decimal)possible)).Problem);

    [Fact]
    public void Savings_that_cannot_be_profiled_are_named()
    {
        Named.Problem("savings-empty", ConfidenceProfile.Of([], new(1, 1, 1)).Problem);
        Named.Problem("amount-negative", ConfidenceProfile.Of([new("a", Confidence.Assured, -1)], new(1, 1, 1)).Problem);
    }

    [Fact]
    public void The_tri_borough_phasing_adds_up_by_source_by_borough_and_whole()
    {
        var table = Phasing.Of(TriBoroughPlan.Savings, TriBoroughPlan.PrintedTotals).Result!;
        Assert.Equal((7, 3, 21), (table.Sources.Count, table.Councils.Count, table.Lines.Count));
        foreach (var parts in new[] { table.Sources, table.Councils, table.Lines })
        {
            Assert.Equal(table.Total.Amounts, Enumerable.Range(0, table.Years.Count).Select(year => parts.Sum(line => line.Amounts[year])));
            Assert.Equal(table.Total.Total, parts.Sum(line => line.Total));
        }

        Assert.Equal([63, 1026, 4031, 5303], table.Councils[0].Amounts);
        Assert.Equal(63 + 1026 + 4031 + 5303, table.Councils[0].Total);
        Assert.Equal([2011, 2012, 2013, 2014], table.Years.Select(year => year.StartYear));
        Assert.Equal(146 + 2948 + 7586 + 10950, table.Total.Total);
        Assert.Empty(Phasing.Of(TriBoroughPlan.Savings).Result!.Reconciliations);
    }

    [Fact]
    public void What_the_plan_printed_differs_from_its_lines_by_rounding_only_and_where_is_said()
    {
        var table = Phasing.Of(TriBoroughPlan.Savings, TriBoroughPlan.PrintedTotals).Result!;
        var off = table.Reconciliations.Where(r => !r.Agrees).ToList();
        Assert.Equal(
            [("kensington-and-chelsea", 2014, 2094m, 2093m), (null, 2012, 2949m, 2948m)],
            off.Select(r => (r.Printed.Council?.Value, r.Printed.Year!.Value.StartYear, r.Printed.Amount, r.Computed)));
        Assert.All(off, r => Assert.True(r.Rounding));
    }

    [Fact]
    public void A_difference_that_rounding_cannot_make_is_not_called_rounding()
    {
        // 321 and twice 428 are 1,177: three rounded figures and a rounded total can be 2 apart, and no more.
        (decimal, bool, bool) Checked(decimal printed) =>
            Phasing.Of(TriBoroughPlan.Savings, [new("it", null, null, printed)]).Result!.Reconciliations
            .Select(check => (check.Difference, check.Agrees, check.Rounding)).Single();
        Assert.Equal((2m, false, true), Checked(1179));
        Assert.Equal((-2m, false, true), Checked(1175));
        Assert.Equal((3m, false, false), Checked(1180));
    }

    [Fact]
    public void Phasing_that_cannot_be_is_named()
    {
        Named.Problem("savings-empty", Phasing.Of([]).Problem);
        Named.Problem("cell-repeated", Phasing.Of([TriBoroughPlan.Savings[0], TriBoroughPlan.Savings[0]]).Problem);
    }

    [Fact]
    public void The_pipeline_shows_every_stage_in_order_and_what_nobody_placed()
    {
        // Invented amounts: Hackney's review names the stages and prints no figures.
        var year = new FinancialYear(2012);
        var view = SavingsPipeline.Of(
        [
            new("reablement", SavingsStage.Delivery, year, 300), new("reablement", SavingsStage.Delivery, year.Next, 500),
            new("contracts", SavingsStage.Specified, year.Next, 200), new("closed homes", SavingsStage.Exhausted, year, 50),
            new("idea", null, year.Next, 70),
        ]).Result!;
        Assert.Equal(
            [SavingsStage.Opportunity, SavingsStage.Developing, SavingsStage.Specified, SavingsStage.Delivery, SavingsStage.Exhausted,
                null],
            view.Stages.Select(stage => stage.Stage));
        Assert.Equal([0, 0, 200, 800, 50, 70], view.Stages.Select(stage => stage.Total));
        Assert.Equal([[0, 0], [0, 0], [0, 200], [300, 500], [50, 0], [0, 70]], view.Stages.Select(stage => stage.Amounts));
        Assert.Equal([year, year.Next], view.Years);
        Assert.Equal([0, 0, 1, 1, 1, 1], view.Stages.Select(stage => stage.Savings));
        Assert.Equal([350, 770], view.Totals);
        Assert.Equal(view.Total, view.Stages.Sum(stage => stage.Total));
        Named.Problem("savings-empty", SavingsPipeline.Of([]).Problem);
        Named.Problem("amount-too-large", SavingsPipeline.Of([new("x", null, year, decimal.MaxValue)]).Problem);
    }
}
