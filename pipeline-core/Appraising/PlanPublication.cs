using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>Confidence, phasing, pipeline and benefits as answers show them: amounts as given, shares and progress to one
/// decimal.</summary>
public static class PlanPublication
{
    private const int SharePlaces = 1;
    private const int MoneyPlaces = 2;

    /// <summary>Without weights of the programme's own there is no weighted total.</summary>
    public static PublishedRiskProfile Publish(RiskProfile profile, bool weighted) => new(
        [.. profile.Classes.Select(part => new PublishedConfidence(
            Codes.Of(part.Confidence), part.Amount, Rounding.Publish(part.Share, SharePlaces), weighted ? part.Weight : null,
            part.Sources))],
        profile.Total, weighted ? Rounding.Publish(profile.RiskWeightedTotal, MoneyPlaces) : null);

    public static PublishedPhasing Publish(PhasingTable table) => new(
        [.. table.Years.Select(year => year.ToString())], [.. table.Lines.Select(Line)], [.. table.Sources.Select(Line)],
        [.. table.Councils.Select(Line)], Line(table.Total),
        [.. table.Reconciliations.Select(check => new PublishedReconciliation(
            check.Printed.Source, check.Printed.Council?.Value, check.Printed.Year?.ToString(), check.Printed.Amount, check.Computed,
            check.Difference,
            check.Agrees ? "agrees" : check.Rounding ? "rounding" : "differs"))]);

    public static PublishedPipeline Publish(PipelineView view) => new(
        [.. view.Years.Select(year => year.ToString())],
        [.. view.Stages.Select(stage =>
            new PublishedStage(stage.Stage is { } known ? Codes.Of(known) : null, stage.Savings, stage.Amounts, stage.Total))],
        view.Totals, view.Total);

    public static PublishedStanding Publish(BenefitStanding standing) => new(
        standing.Benefit.Name, Codes.Of(standing.State), standing.Latest?.Value, standing.Latest?.On,
        Rounding.Publish(standing.Progress, SharePlaces), Rounding.Publish(standing.Expected, MoneyPlaces), standing.Reason);

    private static PublishedPhasedLine Line(PhasedLine line) => new(line.Source, line.Council?.Value, line.Amounts, line.Total);
}

/// <summary><c>share</c> is per cent of the total; <c>weight</c> and the weighted total are null where the programme states none.</summary>
public sealed record PublishedRiskProfile(IReadOnlyList<PublishedConfidence> Classes, decimal Total, decimal? RiskWeightedTotal);

public sealed record PublishedConfidence(string Confidence, decimal Amount, decimal? Share, decimal? Weight, IReadOnlyList<string> Sources);

/// <summary>Amounts stand in the order of <c>years</c>.</summary>
public sealed record PublishedPhasing(
    IReadOnlyList<string> Years,
    IReadOnlyList<PublishedPhasedLine> Lines,
    IReadOnlyList<PublishedPhasedLine> Sources,
    IReadOnlyList<PublishedPhasedLine> Councils,
    PublishedPhasedLine Total,
    IReadOnlyList<PublishedReconciliation> Reconciliations);

public sealed record PublishedPhasedLine(string? Source, string? Council, IReadOnlyList<decimal> Amounts, decimal Total);

/// <summary>A printed total beside the computed one: <c>agrees</c>, <c>rounding</c> (no more than the rounding of what was added) or
/// <c>differs</c>.</summary>
public sealed record PublishedReconciliation(
    string? Source, string? Council, string? Year, decimal Printed, decimal Computed, decimal Difference, string Outcome);

/// <summary>The line whose <c>stage</c> is null holds what nobody has placed.</summary>
public sealed record PublishedPipeline(IReadOnlyList<string> Years, IReadOnlyList<PublishedStage> Stages, IReadOnlyList<decimal> Totals,
    decimal Total);

public sealed record PublishedStage(string? Stage, int Savings, IReadOnlyList<decimal> Amounts, decimal Total);

public sealed record PublishedStanding(string Benefit, string State, decimal? Latest, DateOnly? LatestOn, decimal? Progress,
    decimal? Expected, string Reason);
