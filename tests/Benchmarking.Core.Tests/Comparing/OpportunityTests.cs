using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>What it would be worth to stand at the peers' median or better quartile. Many of the situations are faults that users of
/// similar tools reported.</summary>
public sealed class OpportunityTests
{
    private const string Cost = "residential_nursing_unit_cost_65plus";
    private const string Weeks = "residential_nursing_weeks_65plus";

    private static readonly Metric UnitCost = With(Polarity.Lower, OpportunityUnit.Gbp, MetricUnit.GbpPerWeek);

    [Fact]
    public void Camdens_weeks_of_care_at_the_median_of_its_fifteen_nearest_areas_by_hand()
    {
        var members = PeerGroups.Of(ReferenceData.Current).Find("nearest:15", Year, CouncilCode.Parse("camden")).Group!;
        decimal[] peers = [.. members.Members.Select(member => Filed(member.Council.Value, Cost)).Order()];
        var (own, weeks) = (Filed("camden", Cost), Filed("camden", Weeks));
        Assert.Equal((15, 780.5m, 27_425m), (peers.Length, own, weeks));

        // Fifteen values have the eighth for their median; with one of them left out it lies half-way to a neighbour of the eighth.
        var (lowest, highest) = ((peers[6] + peers[7]) / 2, (peers[7] + peers[8]) / 2);
        var found = At(UnitCost, Figures([.. peers.Select(peer => (decimal?)peer)]), own, weeks, 5)!;
        Assert.Equal((peers[7], lowest, highest), (found.Target, found.TargetRange.Lower, found.TargetRange.Upper));
        Assert.Equal((own - peers[7]) * weeks, found.Value);
        Assert.Equal(new((own - 0.05m - highest) * (weeks - 2.5m), (own + 0.05m - lowest) * (weeks + 2.5m)), found.Range);

        // The page's example stands on the same figures.
        var page = MethodPage.Read("opportunity").Examples[0];
        Assert.Equal((own, weeks), (page.Number("own"), page.Number("volume")));
        Assert.Equal(members.Members.Select(member => Filed(member.Council.Value, Cost)),
            page.Numbers("peers").Zip(members.Members, (printed, member) => Near(printed, Filed(member.Council.Value, Cost))));
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(29.9, 0)]
    [InlineData(5, 0)]
    [InlineData(31, 100)]
    public void A_council_at_the_median_or_better_has_nothing_to_gain_and_one_above_it_has(double own, int worth)
    {
        var found = At(UnitCost, Figures(10, 20, 30, 40, 50), (decimal)own, 100)!;
        Assert.Equal(worth, found.Value);
        Assert.Equal(worth == 0, found.Reached);
        Assert.True(found.Range.Lower <= found.Value && found.Value <= found.Range.Upper);
    }

    [Fact]
    public void A_cost_far_below_the_median_has_no_range_above_nothing_and_is_not_called_good()
    {
        var told = Told(UnitCost, At(UnitCost, Figures(10, 20, 30, 40, 50), 5, 100)!);
        Assert.Equal((0m, new PublishedRange(0, 0), true), (told.Value, told.Range, told.Reached));
        Assert.Contains(told.Caveats, caveat => caveat.Contains("not called good", StringComparison.Ordinal));
        Assert.Contains("caveat", told.Caveats);
    }

    [Fact]
    public void The_better_quartile_is_the_lower_one_of_a_cost_and_the_upper_one_where_higher_is_better()
    {
        var peers = Figures(10, 20, 30, 40, 50);
        Assert.Equal((20m, 3_000m), Worth(At(UnitCost, peers, 50, 100, target: OpportunityTarget.Quartile)!));
        var reach = With(Polarity.Higher, OpportunityUnit.People, MetricUnit.Per1000);
        Assert.Equal((40m, 300m), Worth(At(reach, peers, 10, 10_000, target: OpportunityTarget.Quartile)!));
        Assert.Equal((30m, 200m), Worth(At(reach, peers, 10, 10_000)!));
        Assert.Equal((30m, 0m), Worth(At(reach, peers, 50, 10_000)!));
    }

    [Fact]
    public void The_declared_direction_counts_and_not_the_polarity()
    {
        var neutral = UnitCost with { Polarity = Polarity.Neutral };
        Assert.Equal((30m, 2_000m), Worth(At(neutral, Figures(10, 20, 30, 40, 50), 50, 100)!));
    }

    [Fact]
    public void A_rate_of_people_is_worth_people_with_the_range_of_its_counts()
    {
        // 335 admissions among 27,429 residents are 12.213 per 1,000; Byar's limits of 335 are 300.08 and 372.87.
        var rate = With(Polarity.Lower, OpportunityUnit.People, MetricUnit.Per1000, countsPeople: true);
        var slice = Figures(8, 9, 10, 11, 12).Append(Ratio("z", 335, 27_429, 1000)).ToList();
        var comparison = Compare(rate, slice, Peers(5, "z"));
        var found = Opportunities.Of(comparison, OpportunityVolume.Of(comparison, [], ReferenceData.Current), OpportunityTarget.Median)!;
        Assert.Equal(335 - (10 * 27.429m), found.Value, 6);
        Assert.True(found.Volume.IsOwn);
        Assert.Equal(300.08m - (10.5m * 27.429m), found.Range.Lower, 0);
        Assert.Equal(372.87m - (9.5m * 27.429m), found.Range.Upper, 0);
    }

    [Fact]
    public void The_volume_is_what_the_figure_was_divided_by_else_the_measure_beside_it_else_the_population()
    {
        var own = Ratio("z", 5_000, 100, 1);
        var alone = Figure("z", 50);
        Assert.Equal((100m, true), Volume(UnitCost, own, Figure("z", 999)));
        Assert.Equal((999m, false), Volume(UnitCost, alone, Figure("z", 999)));
        Assert.Null(Volume(UnitCost, alone));
        Assert.Null(Volume(UnitCost, alone, Figure("z", 999, Year.Next)));
        Assert.Null(Volume(UnitCost, alone, Figure("z", 999, status: FigureStatus.Projected)));
        Assert.Null(Volume(UnitCost, alone, Figure("z", null)));

        // 26,853 people aged 65 and over lived in South Tyneside at the Census of 2011.
        var rate = With(Polarity.Lower, OpportunityUnit.People, MetricUnit.Per1000) with { Population = "population_65plus" };
        rate = rate with { Opportunity = rate.Opportunity! with { Volume = new("residents") } };
        Assert.Equal((26_853m, false), Volume(rate, Figure("south-tyneside", 12)));
        Assert.Null(Volume(rate with { Population = null }, Figure("south-tyneside", 12)));
    }

    [Fact]
    public void A_metric_without_a_volume_is_not_offered_nor_one_without_figure_or_peers()
    {
        Assert.Null(At(UnitCost with { Opportunity = null }, Figures(10, 20, 30, 40, 50), 50, 100));
        Assert.Null(At(UnitCost, Figures(10, 20, 30, null, null), 50, 100));
        Assert.NotNull(At(UnitCost, Figures(10, 20, 30, 40, null), 50, 100));
        string Reason(IReadOnlyList<Observation> slice, int peers) => Assert.Single(Published(UnitCost, slice, peers).NotOffered).Reason;
        Assert.Equal("volume-missing", Reason([.. Figures(10, 20, 30, 40), Figure("z", 50)], 4));
        Assert.Equal("figure-missing", Reason(Figures(10, 20, 30, 40), 4));
        Assert.Equal("figure-suppressed",
            Reason([.. Figures(10, 20, 30, 40), Figure("z", null) with { State = ValueState.Suppressed }], 4));
        Assert.Equal("too-few-peers", Reason([.. Figures(10, 20, 30), Ratio("z", 500, 10, 1)], 3));
    }

    [Fact]
    public void What_is_withheld_without_a_key_gives_no_opportunity_and_rounds_the_volume_of_others()
    {
        var share = With(Polarity.Higher, OpportunityUnit.People, MetricUnit.Percent, countsPeople: true) with { DividesByPeople = true };
        Observation[] peers = [.. new[] { "a", "b", "c", "d", "e" }.Select((council, i) => Ratio(council, 50 + (5 * i), 100, 100))];
        PublishedOpportunities Open(Observation own) => Published(share, OpenFigures.Of(share, [.. peers, own], ReferenceData.Current), 5);
        Assert.Equal("figure-suppressed", Assert.Single(Open(Ratio("z", 5, 200, 100)).NotOffered).Reason);
        var told = Assert.Single(Open(Ratio("z", 41, 203, 100)).Opportunities);
        Assert.Equal((205m, 19.5m), (told.Volume, told.Figure));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 99.9, 1)]
    [InlineData(0, 100, 10)]
    [InlineData(4_144_910.875, 4_595_477.625, 10_000)]
    public void A_value_is_told_to_the_second_figure_of_its_ranges_width(double lower, double upper, int step) =>
        Assert.Equal(step, OpportunityPublication.Step(new Interval((decimal)lower, (decimal)upper)));

    [Fact]
    public void A_range_that_reaches_nothing_and_a_volume_stated_apart_are_said_in_words()
    {
        var told = Told(UnitCost, At(UnitCost, Figures(10, 20, 30, 40, 50), 31, 100)!);
        Assert.Equal(0, told.Range.Lower);
        Assert.Contains(told.Caveats, caveat => caveat.Contains("reaches 0", StringComparison.Ordinal));
        Assert.Contains(told.Caveats, caveat => caveat.Contains("stated apart", StringComparison.Ordinal));
        var own = Assert.Single(Published(UnitCost, [.. Figures(10, 20, 30, 40, 50), Ratio("z", 50_000, 1_000, 1)], 5).Opportunities);
        Assert.DoesNotContain(own.Caveats, caveat => caveat.Contains("stated apart", StringComparison.Ordinal));
    }

    private static Metric With(Polarity better, OpportunityUnit unit, MetricUnit figure, bool countsPeople = false) =>
        Metric(better, figure, countsPeople: countsPeople) with { Opportunity = new(unit, better, new("units", "units")) };

    private static Opportunity? At(
        Metric metric, IReadOnlyList<Observation> peers, decimal own, decimal volume, decimal step = 1,
        OpportunityTarget target = OpportunityTarget.Median)
    {
        var rounded = metric.Opportunity is { } rule
            ? metric with { Opportunity = rule with { Volume = rule.Volume with { RoundedTo = step } } }
            : metric;
        var comparison = Compare(rounded, [.. peers, Figure("z", own)], Peers(peers.Count, "z"));
        return Opportunities.Of(comparison, OpportunityVolume.Of(comparison, [Figure("z", volume)], ReferenceData.Current), target);
    }

    private static (decimal Target, decimal Value) Worth(Opportunity found) => (found.Target, found.Value);

    private static (decimal, bool)? Volume(Metric metric, Observation own, params Observation[] beside)
    {
        var comparison = Compare(metric, [own], Peers(0, own.Council.Value));
        return OpportunityVolume.Of(comparison, beside, ReferenceData.Current) is { } volume ? (volume.Value, volume.IsOwn) : null;
    }

    private static PublishedOpportunity Told(Metric metric, Opportunity found) => Assert.Single(
        OpportunityPublication.Publish([(found.Comparison with { Metric = metric }, found.Volume)], OpportunityTarget.Median)
            .Opportunities);

    private static PublishedOpportunities Published(Metric metric, IReadOnlyList<Observation> slice, int peers)
    {
        var comparison = Compare(metric, slice, Peers(peers, "z"));
        return OpportunityPublication.Publish(
            [(comparison, OpportunityVolume.Of(comparison, [], ReferenceData.Current))], OpportunityTarget.Median);
    }

    private static decimal Filed(string council, string measure)
    {
        var row = SampleReturns.Of(ReturnKind.Activity, "2012-13").Single(file => file.Council == council).Rows
            .Single(each => each.Is("measure", measure));
        return row["value"].Length > 0 ? row.Number("value") : row.Number("numerator") / row.Number("denominator");
    }

    /// <summary>The figure itself where the page prints it to its one decimal, else what the page prints.</summary>
    private static decimal Near(decimal printed, decimal figure) => decimal.Round(figure, 1) == printed ? figure : printed;
}
