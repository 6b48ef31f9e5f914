using Benchmarking.Core.Comparing;
using Benchmarking.Core.Comparing.Needs;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Methods;

/// <summary>Computes the examples of the pages: what comes out for what goes in, in the order that the page states.</summary>
internal static class Examples
{
    public static IReadOnlyList<object?> Of(string page, MethodExample e) => page switch
    {
        "quantiles-and-bands" => Quantile(e),
        "percentile-rank" => [PercentileRank.MidRank(e.Numbers("values").ToList(), e.Number("value"))],
        "averages" => [Average(e)],
        "proportions" => Proportion(e),
        "counts-and-rates" => Count(e),
        "funnel-limits" => Funnel(e),
        "doubtful-figures" => Doubtful(e),
        "verdicts" => Decided(e),
        "recompute" => Recomputed(e),
        "direction-of-a-series" => Direction(e.Numbers("series")),
        "trend-marker" => Marker(e),
        "nearest-neighbours" => PlanExamples.Neighbours(e),
        "real-terms" => [RealTerms.Restate(e.Number("cash"), e.Number("year"), e.Number("base"))],
        "rounding" =>
            [e.Has("step")
                ? Rounding.ToNearest(e.Number("value"), e.Number("step"))
                : Rounding.Publish(e.Number("value"), e.Whole("places"))],
        "suppression" => Suppressed(e),
        "category-trend" => PlanExamples.Categories(e),
        "need-adjusted-values" => Needs(e),
        "cost-and-outcome-plane" => Quadrants(e),
        "opportunity" => Worth(e),
        _ => PlanExamples.Of(page, e),
    };

    private static IReadOnlyList<object?> Worth(MethodExample e)
    {
        var (own, step, volume) = (e.Number("own"), e.Number("step"), e.Number("volume"));
        var metric = Given.Metric(Polarity.Lower, MetricUnit.GbpPerWeek) with
        {
            Opportunity = new(OpportunityUnit.Gbp, Polarity.Lower, new("weeks", "weeks", step)),
        };
        decimal?[] peers = [.. e.Numbers("peers")];
        var comparison = Given.Compare(metric, [.. Given.Figures(peers), Given.Figure("z", own)], Given.Peers(peers.Length, "z"));
        var found = Opportunities.Of(
            comparison, OpportunityVolume.Of(comparison, [Given.Figure("z", volume)], ReferenceData.Current),
            Codes.Parse<OpportunityTarget>(e.Word("target")))!;
        var told = OpportunityPublication.Step(found.Range);
        return
        [
            found.Target, found.TargetRange.Lower, found.TargetRange.Upper, Rounding.ToNearest(found.Value, told),
            Rounding.ToNearest(found.Range.Lower, told), Rounding.ToNearest(found.Range.Upper, told),
        ];
    }

    private static IReadOnlyList<object?> Quantile(MethodExample e) =>
        [e.Has("p") ? Quantiles.Of(e.Numbers("values"), e.Number("p"))
            : (decimal?)Quartiles.Of(e.Numbers("values"))!.BandOf(e.Number("value"))];

    private static decimal? Average(MethodExample e) => e.Word("kind") switch
    {
        "mean" => Averages.Mean([.. e.Numbers("values")]),
        "median" => Quantiles.Median(e.Numbers("values")),
        "mode" => CommonestValue.Of(e.Numbers("values"), e.Whole("places")).Mode,
        "deviation" => Averages.StandardDeviation([.. e.Numbers("values")]),
        _ => Averages.Pooled(
            e.Numbers("numerators").Zip(e.Numbers("denominators"), (x, n) => ((decimal?)x, (decimal?)n)), e.Number("per"))?.Value,
    };

    private static IReadOnlyList<object?> Proportion(MethodExample e) => e.Word("kind") switch
    {
        "difference" => Whole(Proportions.Difference(e.Number("x"), e.Number("n"), e.Number("x0"), e.Number("n0"))),
        "risk-ratio" => Whole(Proportions.RiskRatio(e.Number("x"), e.Number("n"), e.Number("x0"), e.Number("n0"))),
        _ => Ends(Proportions.Wilson(e.Number("x"), e.Number("n"))),
    };

    private static IReadOnlyList<object?> Count(MethodExample e) =>
        e.Word("kind") == "difference" ? Whole(Ratios.RateDifference(
            e.Number("count"), e.Number("population"), e.Number("count0"), e.Number("population0")))
        : e.Has("count0") ? Whole(Ratios.RateRatio(e.Number("count"), e.Number("population"), e.Number("count0"), e.Number("population0")))
        : e.Has("population") ? Whole(Counts.Rate(e.Number("count"), e.Number("population"), e.Number("per")))
        : Ends(Counts.Interval(e.Number("count")));

    private static IReadOnlyList<object?> Funnel(MethodExample e)
    {
        if (e.Has("x"))
        {
            var spread = Overdispersion.OfProportions([.. e.Numbers("x").Zip(e.Numbers("n"))], e.Word("winsorised") == "yes")!;
            return [(decimal)spread.Phi, (decimal)spread.TauSquared];
        }

        return Ends(e.Has("p0")
            ? Proportions.FunnelLimits(e.Number("p0"), e.Number("n"))
            : Counts.FunnelLimits(e.Number("rate"), e.Number("population"), e.Number("per")));
    }

    private static IReadOnlyList<object?> Doubtful(MethodExample e)
    {
        if (e.Has("before"))
        {
            var rule = ReferenceData.Current.Plausibility.For("", e.Word("of"));
            return [rule.IsNotable(e.Number("before"), e.Number("now")) ? "notable" : "not notable"];
        }

        var group = e.Numbers("values");
        var score = ModifiedZ.For([.. group]).Of(e.Number("value"));
        var metric = Given.Metric() with { Material = new(0, e.Number("material"), "") };
        var decision = Decision.Of(metric, e.Number("value"), null, Quantiles.Median(group));
        return [score, decision.IsDifferent && ModifiedZ.IsOutlier(score) ? "outlier" : "no outlier"];
    }

    private static IReadOnlyList<object?> Recomputed(MethodExample e)
    {
        decimal?[] values = [.. e.Numbers("values")];
        var full = Publication.Publish(
            Given.Compare(Given.Metric(), Given.Figures(values), Given.Peers(values.Length, "a")), Precision.Full);
        return [full.Summary.Mean, full.Summary.Median, full.Summary.Q1, full.Summary.Q3, full.Summary.StandardDeviation,
            full.Subject!.Percentile];
    }

    private static IReadOnlyList<object?> Decided(MethodExample e)
    {
        var metric = Given.Metric(Polarity.Lower) with { Material = new(e.Number("percent"), e.Number("atLeast"), "") };
        var interval = e.Has("lower") ? new Interval(e.Number("lower"), e.Number("upper")) : (Interval?)null;
        var (variance, z) = e.Has("variance") ? (e.Number("variance"), (double)e.Number("deviate")) : (0, 0);
        var decision = Decision.Of(metric, e.Number("value"), interval, e.Number("median"), variance, z);
        return
        [
            Codes.Of(decision.Verdict), Codes.Of(decision.By!.Value),
            .. decision.Widened is { } widened ? new object?[] { widened.Lower, widened.Upper } : [],
        ];
    }

    private static IReadOnlyList<object?> Direction(IReadOnlyList<decimal> series)
    {
        var test = MannKendall.Of(series);
        List<(decimal, decimal)> points = [.. series.Select((value, i) => ((decimal)i, value))];
        var interval = TheilSen.Interval(points);
        return [(decimal)test.S, (decimal)test.P, TheilSen.Slope(points), interval?.Lower, interval?.Upper];
    }

    private static IReadOnlyList<object?> Marker(MethodExample e)
    {
        var marker = TrendMarker.OfProportions(e.Numbers("counts").Zip(e.Numbers("denominators"), (x, n) => (x, n))
            .Select((pair, i) => new MarkerProportion(2012 + i, pair.x, pair.n)));
        return marker.ChiSquare is { } square ? [Codes.Of(marker.Trend), (decimal)square] : [Codes.Of(marker.Trend)];
    }

    private static IReadOnlyList<object?> Suppressed(MethodExample e)
    {
        var group = SuppressedGroup.Of(e.Numbers("counts"));
        return [.. group.Counts.Append(group.Total).Select(count => count is { } shown ? (object)shown : "withheld")];
    }

    private static IReadOnlyList<object?> Needs(MethodExample e)
    {
        var model = NeedsAdjustment.Of(["driver"],
            [.. e.Numbers("driver").Zip(e.Numbers("values"), (x, y) => new NeedsCase(CouncilCode.Parse("a"), y, [x]))])!;
        return [.. model.Coefficients.Cast<object?>(), model.RSquared];
    }

    private static IReadOnlyList<object?> Quadrants(MethodExample e)
    {
        Comparison Compared(string axis) => Given.Compare(
            Given.Metric(), Given.Figures([.. e.Numbers(axis).Select(value => (decimal?)value)]), Given.Peers(e.Numbers(axis).Count));
        return [.. Plane.Of(Compared("x"), Compared("y")).Councils.Select(point => point.Quadrant)];
    }

    private static IReadOnlyList<object?> Ends(Interval interval) => [interval.Lower, interval.Upper];

    private static IReadOnlyList<object?> Whole((decimal Value, Interval Interval)? result) =>
        [result!.Value.Value, result.Value.Interval.Lower, result.Value.Interval.Upper];
}
