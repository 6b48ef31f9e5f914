using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Opportunities as answers show them, rounded as far as their ranges let them be told.</summary>
public static class OpportunityPublication
{
    /// <summary>The opportunities of one council; all comparisons are of one year, status and peer group, and each has a subject.</summary>
    public static PublishedOpportunities Publish(
        IReadOnlyList<(Comparison Comparison, OpportunityVolume? Volume)> compared, OpportunityTarget target)
    {
        var first = compared[0].Comparison;
        var all = compared.Select(each => (each.Comparison, each.Volume, Of: Opportunities.Of(each.Comparison, each.Volume, target)))
            .ToList();
        return new(
            first.Subject!.Figure.Council.Value, first.Subject.Figure.Name, first.Year.ToString(), Codes.Of(first.Status),
            Publication.Publish(first.PeerGroup), Codes.Of(target), OpportunityWords.NotAdded, OpportunityWords.Range,
            [.. all.Where(each => each.Of is not null).Select(each => Publish(each.Of!))],
            [.. all.Where(each => each.Of is null).Select(each => NotOffered(each.Comparison, each.Volume))]);
    }

    /// <summary>The step to which a range lets a value be told: its width to two figures, and never less than £1 or one person.</summary>
    public static decimal Step(Interval range)
    {
        decimal step = 1;
        while (range.Upper - range.Lower >= 100 * step)
        {
            step *= 10;
        }

        return step;
    }

    private static PublishedOpportunity Publish(Opportunity opportunity)
    {
        var (metric, step) = (opportunity.Comparison.Metric, Step(opportunity.Range));
        decimal Figure(decimal value) => Rounding.Publish(value, metric.Decimals + Publication.SummaryPlaces);
        decimal Worth(decimal value) => Rounding.Publish(Rounding.ToNearest(value, step), 0);
        return new(
            metric.Code, metric.Label, Codes.Of(metric.Unit), Codes.Of(opportunity.Rule.Better),
            Rounding.Publish(opportunity.Figure, metric.Decimals),
            new(Figure(opportunity.FigureRange.Lower), Figure(opportunity.FigureRange.Upper)),
            Figure(opportunity.Target), new(Figure(opportunity.TargetRange.Lower), Figure(opportunity.TargetRange.Upper)),
            opportunity.Comparison.Summary.Count,
            Rounding.Publish(opportunity.Volume.Value, 2), opportunity.Rule.Volume.Unit, opportunity.Volume.Basis,
            Worth(opportunity.Value), Codes.Of(opportunity.Rule.Unit),
            new(Worth(opportunity.Range.Lower), Worth(opportunity.Range.Upper)), step, opportunity.Reached,
            OpportunityWords.Caveats(opportunity));
    }

    private static PublishedNotOffered NotOffered(Comparison comparison, OpportunityVolume? volume)
    {
        var reason = comparison.Subject!.Figure switch
        {
            { State: ValueState.Suppressed } => "figure-suppressed",
            { Value: null } => "figure-missing",
            _ when volume is null => "volume-missing",
            _ => "too-few-peers",
        };
        return new(comparison.Metric.Code, comparison.Metric.Label, reason, OpportunityWords.Reason(reason));
    }
}

/// <summary>What is said of opportunities.</summary>
internal static class OpportunityWords
{
    public const string NotAdded = "Opportunities overlap, because one change moves several of them: they are never added up. None is a "
        + "saving that anybody has found.";

    public const string Range = "From the lowest to the highest that these three give together: the figure's 95 % interval, or half of its "
        + "last published place where it has none; the target when any one peer is left out; the volume's rounding. It is no confidence "
        + "interval, and other peers give another target.";

    public static IReadOnlyList<string> Caveats(Opportunity opportunity) =>
    [
        .. opportunity.Comparison.Metric.Caveats,
        .. opportunity.Rule.Unit != OpportunityUnit.Gbp ? Array.Empty<string>()
            : opportunity.Reached ? ["The cost is at the target or below. That is not called good: no outcome stands beside it."]
            : ["A lower cost is a saving only where outcomes do not suffer: set an outcome beside it (/comparisons/plane)."],
        .. !opportunity.Reached && opportunity.Range.Lower == 0
            ? ["The range reaches 0: the council may stand at the target already."] : Array.Empty<string>(),
        .. opportunity.Volume.IsOwn ? Array.Empty<string>()
            : ["The volume is stated apart from the figure and may cover other services or people than it does."],
    ];

    public static string Reason(string code) => code switch
    {
        "figure-suppressed" => "The council's figure is withheld.",
        "figure-missing" => "The council has no figure for the year.",
        "volume-missing" => "The council has no volume for the year from the source of the figure.",
        _ => "Under four peers have a figure.",
    };
}
