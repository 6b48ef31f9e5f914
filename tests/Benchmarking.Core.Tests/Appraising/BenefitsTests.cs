using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>Benefits of York's plan for electronic home care monitoring (September 2009). It prints baselines, targets and dates; the
/// measured values here are invented.</summary>
public sealed class BenefitsTests
{
    private static readonly DateOnly Start = new(2009, 9, 1);
    private static readonly DateOnly Due = new(2010, 12, 1);

    // 2 of 10 providers meet the standard; all are to meet it by December 2010.
    private static readonly Benefit Providers = new("providers at level 3", Polarity.Higher, 20, Start, 100, Due, []);

    [Fact]
    public void Before_anything_is_measured_nothing_is_said_until_the_date_has_passed()
    {
        Assert.Equal(BenefitState.NotMeasured, Standing(Providers, Due).State);
        Assert.Equal(BenefitState.Late, Standing(Providers, Due.AddDays(1)).State);
    }

    [Fact]
    public void On_the_straight_line_it_is_on_track_and_behind_it_late()
    {
        // 1 September 2009 to 1 December 2010 is 456 days; 228 of them are half the way, where 60 % are due.
        var half = Start.AddDays(228);
        var onLine = Standing(Measured(Providers, (half, 60)), half);
        Assert.Equal((BenefitState.OnTrack, 60m, 50m), (onLine.State, onLine.Expected!.Value, onLine.Progress!.Value));
        Assert.Equal(BenefitState.Late, Standing(Measured(Providers, (half, 59.9m)), half).State);
    }

    [Fact]
    public void A_target_reached_is_met_even_after_its_date() =>
        Assert.Equal(BenefitState.Met, Standing(Measured(Providers, (Due.AddYears(1), 100)), Due.AddYears(2)).State);

    [Fact]
    public void The_last_measurement_up_to_the_day_counts_and_a_later_one_does_not()
    {
        var benefit = Measured(Providers, (Due, 100), (Start.AddDays(1), 50));
        Assert.Equal(BenefitState.Met, Standing(benefit, Due).State);
        Assert.Equal(50, Standing(benefit, Start.AddDays(9)).Latest!.Value);
    }

    [Fact]
    public void Less_is_better_for_printing_costs()
    {
        var printing = new Benefit("printing", Polarity.Lower, 12_000, Start, 0, Due, []);
        var standing = Standing(Measured(printing, (Start.AddDays(114), 3_000)), Due);
        Assert.Equal((BenefitState.OnTrack, 75m, 9_000m), (standing.State, standing.Progress!.Value, standing.Expected!.Value));
    }

    [Fact]
    public void Without_a_target_or_without_a_baseline_it_says_so()
    {
        Assert.Equal(BenefitState.NoTarget, Standing(Providers with { Target = null }, Due).State);
        var inputters = new Benefit("staff on data input", Polarity.Lower, null, null, 0, Due, [new(Start, 3)]);
        Assert.Equal((BenefitState.NotJudged, null), (Standing(inputters, Due).State, Standing(inputters, Due).Progress));
        Assert.Equal(BenefitState.Met, Standing(Measured(inputters, (Start.AddDays(5), 0)), Due).State);
    }

    [Fact]
    public void A_benefit_that_cannot_be_is_named()
    {
        Named.Problem("target-not-better", Benefits.Of(Providers with { Target = 10 }, Due).Problem);
        Named.Problem("target-not-better", Benefits.Of(Providers with { Target = 20 }, Due).Problem);
        Named.Problem("due-before-baseline", Benefits.Of(Providers with { Due = Start }, Due).Problem);
        Named.Problem("polarity-missing", Benefits.Of(Providers with { BetterWhen = Polarity.Neutral }, Due).Problem);
    }

    private static BenefitStanding Standing(Benefit benefit, DateOnly asAt)
    {
        var standing = Benefits.Of(benefit, asAt).Result!;
        Assert.Matches("^.{20,}\\.$", standing.Reason);
        return standing;
    }

    private static Benefit Measured(Benefit benefit, params (DateOnly On, decimal Value)[] values) =>
        benefit with { Measurements = [.. benefit.Measurements, .. values.Select(value => new Measured(value.On, value.Value))] };
}
