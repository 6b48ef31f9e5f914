using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A slice as callers without a key may see it. Where people are counted, 1 to 7 of them are withheld, other counts go to the
/// nearest 5 and rates are made of those. Everything computed afterwards sees these figures only, so that nothing withheld can be had from
/// a mean, a total or the difference of two answers. Figures of money and of things are left as they are.</summary>
public static class OpenFigures
{
    private const decimal Step = 5;
    private const string Withheld = "withheld: a count of 1 to 7 people, or one that could be had from it";
    private const string Rounded = "people to the nearest 5";

    public static IReadOnlyList<Observation> Of(Metric metric, IReadOnlyList<Observation> slice, ReferenceData reference)
    {
        if (!metric.CountsPeople && !metric.DividesByPeople)
        {
            return slice;
        }

        // What a publisher states is public, and what it withholds has its marker; the council's own figure beside it is not.
        var filed = OfFiled(metric, Origins.Only(slice, Origin.Filed), reference).ToDictionary(figure => figure.Council);
        return [.. slice.Select(figure => figure.Published is null ? filed[figure.Council]
            : figure with { Filed = filed.GetValueOrDefault(figure.Council) })];
    }

    private static IReadOnlyList<Observation> OfFiled(Metric metric, IReadOnlyList<Observation> slice, ReferenceData reference)
    {
        var joint = reference.Groups.Partnerships.ToDictionary(group => CouncilCode.Parse(group.Code), group => group.Members);
        var people = slice.Where(figure => figure.HasValue)
            .ToDictionary(figure => figure.Council, figure => Counted(metric, figure, Population(metric, figure, reference)));
        return [.. slice.Select(figure =>
            !figure.HasValue ? figure
            : people[figure.Council].Any(count => Suppression.Publish(count) is null) || GivesOneAway(figure, joint, people)
                ? Hidden(figure, Withheld)
            : Coarse(metric, figure))];
    }

    /// <summary>The numbers of people that a figure tells: those counted, those divided by, and of a share those left over. A rate filed
    /// without counts tells what it comes to in the area's population.</summary>
    private static List<decimal> Counted(Metric metric, Observation figure, decimal? population) =>
        (figure.Numerator, figure.Denominator) switch
    {
        ({ } x, { } n) =>
        [
            .. metric.CountsPeople ? [x] : Array.Empty<decimal>(),
            .. metric.DividesByPeople ? [n] : Array.Empty<decimal>(),
            .. metric.CountsPeople && metric.DividesByPeople && n > x ? [n - x] : Array.Empty<decimal>(),
        ],
        _ when metric.CountsPeople && metric.Unit == MetricUnit.Count => [figure.Value!.Value],
        _ when metric.CountsPeople && population is { } of => [ImpliedCount.Of(metric, figure.Value!.Value, of)],
        _ => [],
    };

    private static decimal? Population(Metric metric, Observation figure, ReferenceData reference) =>
        metric.Population is { } feature && reference.Councils.Find(figure.Council, figure.Year) is { } council
            ? reference.Areas.Find(council, feature, figure.Year)
            : null;

    // A partnership's own figure is a published total: less the others, it would be the one member that is withheld.
    private static bool GivesOneAway(
        Observation figure, Dictionary<CouncilCode, IReadOnlyList<CouncilCode>> joint, Dictionary<CouncilCode, List<decimal>> people) =>
        joint.TryGetValue(figure.Council, out var members)
        && members.Where(people.ContainsKey).Select(member => people[member].FirstOrDefault()).ToList() is { Count: > 1 } counts
        && SuppressedGroup.Of(counts).Total is null;

    /// <summary>A figure without anything that tells its value.</summary>
    public static Observation Hidden(Observation figure, string why)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure with
        {
            State = ValueState.Suppressed, Value = null, Numerator = null, Denominator = null, Basis = why, Breakdown = [],
        };
    }

    private static Observation Coarse(Metric metric, Observation figure)
    {
        decimal Nearest(decimal count, bool people) => people ? Rounding.ToNearest(count, Step) : count;
        if (figure is { Numerator: { } x, Denominator: { } n })
        {
            var (numerator, denominator) = (Nearest(x, metric.CountsPeople), Nearest(n, metric.DividesByPeople));
            return figure with
            {
                State = ValueState.Derived,
                Value = numerator / denominator * Comparer.Per(metric),
                Numerator = numerator,
                Denominator = denominator,
                CountStep = Step,
                Basis = $"{figure.Basis}; {Rounded}",
            };
        }

        return metric.CountsPeople && metric.Unit == MetricUnit.Count
            ? figure with { Value = Nearest(figure.Value!.Value, true), Basis = $"{figure.Basis}; {Rounded}" }
            : figure;
    }
}
