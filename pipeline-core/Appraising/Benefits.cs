using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>What a project is to bring, as York's benefits plan sets it out: a measure with a baseline, a target and a date by which it is
/// to be reached. What nobody stated is null.</summary>
public sealed record Benefit(
    string Name, Polarity BetterWhen, decimal? Baseline, DateOnly? BaselineDate, decimal? Target, DateOnly? Due,
    IReadOnlyList<Measured> Measurements);

/// <summary>A measured value and its day.</summary>
public sealed record Measured(DateOnly On, decimal Value);

/// <summary>How a benefit stands.</summary>
public enum BenefitState
{
    /// <summary>No target that could be met was stated.</summary>
    NoTarget,

    /// <summary>There is no measured value yet, and the due date has not passed.</summary>
    NotMeasured,

    /// <summary>Measured and not met, without the dates or the baseline to tell whether it is in time.</summary>
    NotJudged,
    OnTrack,
    Late,
    Met,
}

/// <summary>The judgement of a benefit with its rule in words. <c>Progress</c> is the part of the way from baseline to target in per cent,
/// <c>Expected</c> the value on the straight line between them on the day of the measurement.</summary>
public sealed record BenefitStanding(
    Benefit Benefit, BenefitState State, Measured? Latest, decimal? Progress, decimal? Expected, string Reason);

/// <summary>Tells whether benefits are on track, late or met (York blueprint, September 2009: every benefit has a measure, a baseline and a
/// target).</summary>
public static class Benefits
{
    /// <summary>The standing on a day, by the last measurement up to it. Met: the last measurement reaches the target. Late: the due date
    /// has passed without that, or the measurement is short of the straight line from baseline to target. On track: else.</summary>
    public static Appraised<BenefitStanding> Of(Benefit benefit, DateOnly asAt)
    {
        if (Fault(benefit) is { } problem)
        {
            return problem;
        }

        var latest = benefit.Measurements.Where(measured => measured.On <= asAt).MaxBy(measured => measured.On);
        if (benefit.Target is not { } target)
        {
            return new BenefitStanding(benefit, BenefitState.NoTarget, latest, null, null, "No target in numbers was stated.");
        }

        var progress = latest is null ? null : Progress(benefit, target, latest.Value);
        var expected = latest is null ? null : Expected(benefit, target, latest.On);
        var (state, reason) = Judge(benefit, target, latest, expected, asAt);
        return new BenefitStanding(benefit, state, latest, progress, expected, reason);
    }

    private static (BenefitState State, string Reason) Judge(
        Benefit benefit, decimal target, Measured? latest, decimal? expected, DateOnly asAt) => (latest, expected) switch
    {
        ({ } last, _) when Reaches(benefit, last.Value, target) => (BenefitState.Met, "The last measured value reaches the target."),
        _ when asAt > benefit.Due => (BenefitState.Late, "The due date has passed and the target is not reached."),
        (null, _) => (BenefitState.NotMeasured, "No value has been measured yet."),
        (_, null) => (BenefitState.NotJudged, "Without a due date, a baseline and its date nobody can tell whether it is in time."),
        ({ } last, { } line) when Reaches(benefit, last.Value, line) =>
            (BenefitState.OnTrack, "The last measured value is on or ahead of the straight line from baseline to target."),
        _ => (BenefitState.Late, "The last measured value is behind the straight line from baseline to target."),
    };

    private static bool Reaches(Benefit benefit, decimal value, decimal mark) =>
        benefit.BetterWhen == Polarity.Lower ? value <= mark : value >= mark;

    private static decimal? Progress(Benefit benefit, decimal target, decimal value) =>
        benefit.Baseline is { } from ? 100 * (value - from) / (target - from) : null;

    private static decimal? Expected(Benefit benefit, decimal target, DateOnly on)
    {
        if (benefit is not { Baseline: { } from, BaselineDate: { } start, Due: { } due })
        {
            return null;
        }

        var passed = Math.Clamp((decimal)(on.DayNumber - start.DayNumber) / (due.DayNumber - start.DayNumber), 0, 1);
        return from + (passed * (target - from));
    }

    private static AppraisalProblem? Fault(Benefit benefit) =>
        benefit.BetterWhen == Polarity.Neutral
            ? new("polarity-missing", $"Say whether '{benefit.Name}' is better when higher or when lower.", ["higher", "lower"])
            : benefit.Baseline is { } from && benefit.Target is { } to && (from == to || !Reaches(benefit, to, from))
            ? new("target-not-better",
                $"The target of '{benefit.Name}' is no better than its baseline: give a better target, or the other way of being better.")
            : benefit.BaselineDate is { } start && benefit.Due is { } due && due <= start
            ? new("due-before-baseline", $"'{benefit.Name}' is due no later than its baseline was taken: give a later date.")
            : null;
}
