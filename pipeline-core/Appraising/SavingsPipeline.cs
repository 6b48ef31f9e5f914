using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Appraising.Limits;

namespace Benchmarking.Core.Appraising;

/// <summary>A savings idea, where in its life it is, and what it is to save in a year; <c>Stage</c> is null where nobody said.</summary>
public sealed record PipelineSaving(string Name, SavingsStage? Stage, FinancialYear Year, decimal Amount);

/// <summary>One stage over the pipeline's years; <c>Savings</c> is the number of different ideas in it. The line without a stage holds
/// those that nobody has placed.</summary>
public sealed record PipelineStage(SavingsStage? Stage, int Savings, IReadOnlyList<decimal> Amounts, decimal Total);

/// <summary>All five stages in order, then the unplaced; each year's stages add to its total.</summary>
public sealed record PipelineView(IReadOnlyList<FinancialYear> Years, IReadOnlyList<PipelineStage> Stages, IReadOnlyList<decimal> Totals,
    decimal Total);

/// <summary>Savings by stage and year: Hackney's review asks for the delivery phase of every effort, from new opportunities to routes that
/// are fully exhausted, over the medium term.</summary>
public static class SavingsPipeline
{
    public static Appraised<PipelineView> Of(IReadOnlyList<PipelineSaving> savings)
    {
        if (savings.Count == 0)
        {
            return new AppraisalProblem("savings-empty", "There are no savings: give at least one.");
        }

        if (savings.Select(saving => Amount($"The saving of '{saving.Name}'", saving.Amount))
            .FirstOrDefault(p => p is not null) is { } problem)
        {
            return problem;
        }

        FinancialYear[] years = [.. savings.Select(saving => saving.Year).Distinct().Order()];
        SavingsStage?[] stages = [.. Enum.GetValues<SavingsStage>().Cast<SavingsStage?>(), null];
        decimal[] totals = [.. years.Select(year => savings.Where(saving => saving.Year == year).Sum(saving => saving.Amount))];
        return new PipelineView(years, [.. stages.Select(stage => Line(stage, savings, years))], totals, totals.Sum());
    }

    private static PipelineStage Line(SavingsStage? stage, IReadOnlyList<PipelineSaving> savings, FinancialYear[] years)
    {
        List<PipelineSaving> own = [.. savings.Where(saving => saving.Stage == stage)];
        decimal[] amounts = [.. years.Select(year => own.Where(saving => saving.Year == year).Sum(saving => saving.Amount))];
        return new(stage, own.Select(saving => saving.Name).Distinct().Count(), amounts, amounts.Sum());
    }
}
