using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Plausibility.Patterns;

/// <summary>One council and year with one kind of slip, or as published. <c>Change</c>: whether a figure moved from the council's own of
/// the year before by as much as the service asks about; null where there is none.</summary>
internal sealed record Tried(Oddness Oddness, bool? Change);

/// <summary>Judges every council and year of a panel, as published and with each kind of slip, among nine tenths of the other councils of
/// the year.</summary>
internal sealed class PatternTrial
{
    private const int Folds = 10;

    private readonly Dictionary<PlantedSlip, List<Tried>> tried = [];

    private PatternTrial(FigurePanel panel)
    {
        Panel = panel;
        var chance = new Random(2012);
        foreach (var slip in PlantedSlip.All.Prepend(PlantedSlip.None))
        {
            tried[slip] = [];
        }

        foreach (var year in panel.Years)
        {
            var councils = panel.Of(year);
            chance.Shuffle(councils);
            for (var fold = 0; fold < Folds; fold++)
            {
                Try(year, [.. councils.Where((_, i) => i % Folds != fold)], [.. councils.Where((_, i) => i % Folds == fold)], chance);
            }
        }
    }

    public static PatternTrial Costs => OfCosts.Value;

    public static PatternTrial Outcomes => OfOutcomes.Value;

    public FigurePanel Panel { get; }

    public IReadOnlyList<Tried> Of(PlantedSlip slip) => tried[slip];

    private static readonly Lazy<PatternTrial> OfCosts = new(() => new PatternTrial(FigurePanel.Costs));
    private static readonly Lazy<PatternTrial> OfOutcomes = new(() => new PatternTrial(FigurePanel.Outcomes));

    /// <summary>The score beyond which no more than a share of the councils and years as published lie.</summary>
    public double Limit(Func<Oddness, double> score, double share)
    {
        var scores = tried[PlantedSlip.None].Select(one => score(one.Oddness)).OrderDescending().ToArray();
        return scores[(int)(share * scores.Length)];
    }

    /// <summary>Beyond the limits of two scores, the same share by each, so that together they take no more than a share of those as
    /// published.</summary>
    public Func<Oddness, bool> Either(Func<Oddness, double> one, Func<Oddness, double> other, double share)
    {
        var published = tried[PlantedSlip.None];
        var most = Enumerable.Range(0, published.Count).Select(n => n / (double)published.Count).TakeWhile(each => each <= share)
            .Last(each => published.Count(trial => Beyond(each)(trial.Oddness)) <= share * published.Count);
        return Beyond(most);

        Func<Oddness, bool> Beyond(double each)
        {
            var (first, second) = (Limit(one, each), Limit(other, each));
            return oddness => one(oddness) > first || other(oddness) > second;
        }
    }

    private void Try(string year, CouncilYear[] others, CouncilYear[] judged, Random chance)
    {
        var yardstick = new Yardstick(Panel, Panel.MeasuresOf(year), others);
        foreach (var (slip, trials) in tried)
        {
            var planted = judged.Select(row => (Row: row, Figures: slip.Plant(Panel, row, chance))).Where(one => one.Figures is not null)
                .ToArray();
            trials.AddRange(planted.Zip(yardstick.Of([.. planted.Select(one => one.Figures!)]), (one, oddness) =>
                new Tried(oddness, Changed(one.Row, one.Figures!))));
        }
    }

    private bool? Changed(CouncilYear row, decimal?[] figures) =>
        Panel.Before(row) is { } before
            ? figures.Zip(before.Figures, Panel.Units).Any(pair => pair is (decimal now, decimal then, var unit)
                && ReferenceData.Current.Plausibility.For("", unit == "percent" ? "percentage" : "rate") is var rule
                && rule.IsNotable(then, now))
            : null;
}
