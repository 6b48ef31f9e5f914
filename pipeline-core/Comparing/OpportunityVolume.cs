using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A council's own volume of a figure, such as weeks of care or residents. <c>IsOwn</c>: the figure itself was divided by it, so
/// that the two cover the same.</summary>
public sealed record OpportunityVolume(decimal Value, Interval Range, bool IsOwn, string Basis)
{
    /// <summary>The volume of the subject's figure, null where none is known. <paramref name="measured"/> are the figures of the declared
    /// measure in the same year; whatever is withheld from the caller must be withheld there too.</summary>
    public static OpportunityVolume? Of(Comparison comparison, IReadOnlyList<Observation> measured, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.Metric.Opportunity is not { } rule || comparison.Subject?.Figure is not { Value: not null } figure)
        {
            return null;
        }

        var beside = measured.FirstOrDefault(each =>
            each.Council == figure.Council && each.Year == comparison.Year && each.Status == comparison.Status);
        return figure.Denominator is { } own ? Rounded(own, 1, true, "what the figure was divided by")
            : rule.Volume.Measure is not null ? beside?.Value is { } value
                ? Rounded(value, rule.Volume.RoundedTo, false, $"{MetricCatalogue.CodeOf(rule.Volume.Measure)}, {beside.Basis}") : null
            : Population(comparison, figure.Council, reference);
    }

    private static OpportunityVolume? Population(Comparison comparison, CouncilCode council, ReferenceData reference)
    {
        var area = comparison.Metric.Population is null ? null : reference.Councils.Find(council, comparison.Year);
        return area is not null && reference.Areas.Nearest(area, comparison.Metric.Population!, comparison.Year) is { } residents
            ? Rounded(residents.Value, 1, false, $"residents of {residents.Year}: {residents.Source}")
            : null;
    }

    private static OpportunityVolume Rounded(decimal value, decimal step, bool isOwn, string basis) =>
        new(value, new(Math.Max(0, value - (step / 2)), value + (step / 2)), isOwn, basis);
}
