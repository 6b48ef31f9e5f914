using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Appraising.Limits;

namespace Benchmarking.Core.Appraising;

/// <summary>A saving and how sure it is.</summary>
public sealed record RatedSaving(string Source, Confidence Confidence, decimal Amount);

/// <summary>How much of a saving of each class is counted, from 0 to 1. The papers print no weights, so the one who asks states
/// them.</summary>
public sealed record ConfidenceWeights(decimal Assured, decimal Projected, decimal Possible)
{
    public decimal Of(Confidence confidence) => confidence switch
    {
        Confidence.Assured => Assured,
        Confidence.Projected => Projected,
        _ => Possible,
    };
}

/// <summary>One class of a profile; <c>Share</c> of the total in per cent, null where the total is 0.</summary>
public sealed record ConfidenceClass(Confidence Confidence, decimal Amount, decimal? Share, decimal Weight, IReadOnlyList<string> Sources);

/// <summary>All three classes, most assured first; <c>RiskWeightedTotal</c> is the sum of amount × weight.</summary>
public sealed record RiskProfile(IReadOnlyList<ConfidenceClass> Classes, decimal Total, decimal RiskWeightedTotal);

/// <summary>Savings by how sure they are, the "savings risk profile" of the tri-borough plans (June 2011).</summary>
public static class ConfidenceProfile
{
    public static Appraised<RiskProfile> Of(IReadOnlyList<RatedSaving> savings, ConfidenceWeights weights)
    {
        if (Fault(savings, weights) is { } problem)
        {
            return problem;
        }

        var total = savings.Sum(saving => saving.Amount);
        List<ConfidenceClass> classes = [.. Enum.GetValues<Confidence>().Select(confidence => Class(confidence, savings, weights, total))];
        return new RiskProfile(classes, total, classes.Sum(part => part.Amount * part.Weight));
    }

    private static ConfidenceClass Class(
        Confidence confidence, IReadOnlyList<RatedSaving> savings, ConfidenceWeights weights, decimal total)
    {
        List<RatedSaving> own = [.. savings.Where(saving => saving.Confidence == confidence)];
        var amount = own.Sum(saving => saving.Amount);
        return new(confidence, amount, total == 0 ? null : 100 * amount / total, weights.Of(confidence),
            [.. own.Select(saving => saving.Source)]);
    }

    private static AppraisalProblem? Fault(IReadOnlyList<RatedSaving> savings, ConfidenceWeights weights)
    {
        var ranges = Enum.GetValues<Confidence>().Select(c => Share($"The weight of {Codes.Of(c)} savings", weights.Of(c)));
        return savings.Count == 0
            ? new("savings-empty", "There are no savings: give at least one.")
            : ranges.Concat(savings.Select(saving => NotNegative($"The saving of '{saving.Source}'", saving.Amount)))
                .FirstOrDefault(p => p is not null)
            ?? (weights.Assured >= weights.Projected && weights.Projected >= weights.Possible
                ? null
                : new("weights-not-falling",
                    "A less sure saving weighs more than a surer one: give weights that fall from assured to possible."));
    }
}
