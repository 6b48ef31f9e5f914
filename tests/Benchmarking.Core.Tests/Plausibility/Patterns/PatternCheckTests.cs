using System.Globalization;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Methods;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Benchmarking.Core.Tests.Plausibility.Patterns;

/// <summary>The tables of docs/methods/pattern-check.md, and what was decided by them.</summary>
public sealed class PatternCheckTests
{
    private static readonly double[] Rates = [0.01, 0.02, 0.05];

    [Fact]
    public void The_tables_of_the_page_are_what_the_trial_gives()
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Avx2.IsSupported,
            "On a processor without AVX2 components part in the sixth digit.");
        PageTable.Holds("pattern-check", "Costs", Table(PatternTrial.Costs));
        PageTable.Holds("pattern-check", "Outcomes", Table(PatternTrial.Outcomes));
        PageTable.Holds("pattern-check", "On top of what is there", Added());
    }

    /// <summary>The score is the share of a point's own distance that is left over, so that it is blind to the distance.</summary>
    [Fact]
    public void The_score_of_ML_NET_calls_a_point_in_the_middle_odder_than_a_wild_one()
    {
        var context = new MLContext(seed: 1);
        var (ordinary, wild) = (new Pair { Features = [0.02f, -0.02f] }, new Pair { Features = [50, 40] });
        var line = Enumerable.Range(-50, 101).Select(i => new Pair { Features = [i / 50f, (i / 50f) + (i % 3 / 20f)] });
        var model = context.AnomalyDetection.Trainers.RandomizedPca(new() { FeatureColumnName = nameof(Pair.Features), Rank = 1, Seed = 1 })
            .Fit(context.Data.LoadFromEnumerable(line));
        var scores = context.Data.CreateEnumerable<Scored>(model.Transform(context.Data.LoadFromEnumerable([ordinary, wild])),
            reuseRowObject: false)
            .Select(row => row.Score).ToArray();
        Assert.InRange(scores[0], 0.9f, 1);
        Assert.InRange(scores[1], 0, 0.2f);
    }

    [Fact]
    public void A_missing_figure_counts_as_the_median_and_never_as_no_number()
    {
        var panel = FigurePanel.Costs;
        var councils = panel.Of("2012-13");
        var yardstick = new Yardstick(panel, panel.MeasuresOf("2012-13"), councils[1..]);
        var found = Assert.Single(yardstick.Of([[.. councils[0].Figures.Select((figure, at) => at == 0 ? null : figure)]]));
        Assert.All(new[] { found.AsFiled, found.OfLogarithms, found.Pattern, found.Residual }, score =>
            Assert.True(double.IsFinite(score)));
    }

    /// <summary>Why it does not ship: it would have to find at least five in a hundred more of some slip than it alarms falsely.</summary>
    [Fact]
    public void On_top_of_what_is_there_the_pattern_finds_hardly_more_swaps_and_units_than_it_alarms_falsely() =>
        Assert.All(new[] { PatternTrial.Costs, PatternTrial.Outcomes }, trial =>
        {
            var limit = AddedLimit(trial, IsAsked, 0.01);
            Assert.All(PlantedSlip.All.Where(slip => slip != PlantedSlip.SheetOfYearBefore), slip =>
                Assert.InRange(Added(slip) - Added(PlantedSlip.None), -1, 0.05));

            double Added(PlantedSlip slip) =>
                Compared(trial, slip) is var cases
                    ? cases.Count(one => !IsAsked(one) && one.Oddness.Residual > limit) / (double)cases.Length : 0;
        });

    [Fact]
    public void The_sheet_of_the_year_before_is_known_by_its_figures_all_being_those_of_that_year() =>
        Assert.All(new[] { FigurePanel.Costs, FigurePanel.Outcomes }, panel =>
        {
            var years = panel.All.Select(row => (Now: row.Figures, Before: panel.Before(row)?.Figures))
                .Where(pair => pair.Before is not null).ToArray();
            Assert.True(years.Length > 400);
            Assert.DoesNotContain(years, pair => pair.Now.Zip(pair.Before!)
                .All(both => both.First is null || both.Second is null || both.First == both.Second));
        });

    private static List<string> Table(PatternTrial trial)
    {
        List<string> table = [Row(["false alarms", "check", .. PlantedSlip.All.Select(slip => slip.Name)]),
            Row(["---", "---", .. PlantedSlip.All.Select(_ => "---")])];
        foreach (var rate in Rates)
        {
            var alone = Beyond(trial, one => one.OfLogarithms, rate);
            var together = trial.Either(one => one.OfLogarithms, one => one.Residual, rate);
            table.Add(Line("modified z", Beyond(trial, one => one.AsFiled, rate)));
            table.Add(Line("modified z of logarithms", alone));
            table.Add(Line("ML.NET's own score", Beyond(trial, one => one.Pattern, rate)));
            table.Add(Line("what the components leave", Beyond(trial, one => one.Residual, rate)));
            table.Add(Line("the second and the fourth together", together));
            table.Add(Row([Percent(rate), "their gain over the second",
                .. PlantedSlip.All.Select(slip => Gain(trial.Of(slip), together, alone))]));

            string Line(string name, Func<Oddness, bool> finds) =>
                Row([Percent(rate), name,
                    .. PlantedSlip.All.Select(slip => Share(trial.Of(slip).Count(one => finds(one.Oddness)), trial.Of(slip).Count))]);
        }

        return table;
    }

    private static List<string> Added()
    {
        List<string> table =
        [
            Row(["figures", "slip", "cases", "modified z over 3.5", "or changed from last year", "the pattern adds to both",
                "to modified z alone", "a lower modified z adds to it"]),
            Row([.. Enumerable.Repeat("---", 8)]),
        ];
        foreach (var trial in new[] { PatternTrial.Costs, PatternTrial.Outcomes })
        {
            var (both, alone) = (AddedLimit(trial, IsAsked, 0.01), AddedLimit(trial, IsFar, 0.01));
            var published = Compared(trial, PlantedSlip.None);
            var lower = published.Select(one => one.Oddness.AsFiled).OrderDescending()
                .ElementAt(published.Count(IsFar) + (int)(0.01 * published.Length));
            foreach (var slip in PlantedSlip.All.Prepend(PlantedSlip.None))
            {
                var cases = Compared(trial, slip);
                table.Add(Row([
                    trial.Panel.Name, slip.Name, cases.Length.ToString(CultureInfo.InvariantCulture), Of(IsFar), Of(IsAsked),
                    Of(one => !IsAsked(one) && one.Oddness.Residual > both), Of(one => !IsFar(one) && one.Oddness.Residual > alone),
                    Of(one => !IsFar(one) && one.Oddness.AsFiled > lower)]));

                string Of(Func<Tried, bool> finds) => Share(cases.Count(finds), cases.Length);
            }
        }

        return table;
    }

    private static bool IsFar(Tried one) => one.Oddness.AsFiled > (double)ModifiedZ.Threshold;

    private static bool IsAsked(Tried one) => IsFar(one) || one.Change == true;

    /// <summary>The limit of what the components leave that adds a share of false alarms to those there are.</summary>
    private static double AddedLimit(PatternTrial trial, Func<Tried, bool> isThere, double share)
    {
        var published = Compared(trial, PlantedSlip.None);
        return published.Where(one => !isThere(one)).Select(one => one.Oddness.Residual).OrderDescending()
            .ElementAt((int)(share * published.Length));
    }

    /// <summary>Those that have a year before to be held against.</summary>
    private static Tried[] Compared(PatternTrial trial, PlantedSlip slip) => [.. trial.Of(slip).Where(one => one.Change is not null)];

    private static Func<Oddness, bool> Beyond(PatternTrial trial, Func<Oddness, double> score, double rate) =>
        trial.Limit(score, rate) is var limit ? oddness => score(oddness) > limit : _ => false;

    /// <summary>The difference of two shares of the same cases, with its interval (McNemar's variance).</summary>
    private static string Gain(IReadOnlyList<Tried> cases, Func<Oddness, bool> one, Func<Oddness, bool> other)
    {
        var (gained, lost) = (cases.Count(trial => one(trial.Oddness) && !other(trial.Oddness)),
            cases.Count(trial => !one(trial.Oddness) && other(trial.Oddness)));
        var gain = (gained - lost) / (double)cases.Count;
        var half = 1.96 * Math.Sqrt((gained + lost) - (cases.Count * gain * gain)) / cases.Count;
        return string.Create(CultureInfo.InvariantCulture,
            $"{100 * gain:+0.0;-0.0;0.0} ({100 * (gain - half):0.0} to {100 * (gain + half):0.0})");
    }

    private static string Share(int part, int whole)
    {
        var interval = Proportions.Wilson(part, whole);
        return string.Create(CultureInfo.InvariantCulture,
            $"{100m * part / whole:0.0} ({100 * interval.Lower:0.0}–{100 * interval.Upper:0.0})");
    }

    private static string Percent(double rate) => rate.ToString("0 %", CultureInfo.InvariantCulture);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private sealed class Pair
    {
        [VectorType(2)]
        public float[] Features { get; init; } = [];
    }
}
