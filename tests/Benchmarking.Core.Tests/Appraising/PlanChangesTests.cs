using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>What moves between editions of a plan.</summary>
public sealed class PlanChangesTests
{
    private static readonly CouncilCode Barnet = CouncilCode.Parse("barnet");
    private static readonly FinancialYear Year = new(2012);

    private static PublishedPlanChanges TriBorough => PlanChanges.Of(
        [Shipped("tri-borough-2011"), Shipped("tri-borough-2012")], "tri-borough-2011").Result!;

    [Fact]
    public void Every_line_of_the_papers_table_is_there_with_what_it_was_and_what_it_is()
    {
        var expected = UpdateLine.All.Where(line => !line.IsTotal).Select(line => (
            line.Borough, line.Source, line.Year, (decimal?)line.Earlier, (decimal?)line.Amount, line.Amount - line.Earlier,
            line.Amount == line.Earlier ? "unchanged" : "moved"));
        var found = TriBorough.Lines.Where(line => line.Outcome != "not-restated")
            .Select(line => (line.Council, line.Source, line.Year, line.Before, line.After, line.Change, line.Outcome));
        Assert.Equal(expected.Order(), found.Order());
        Assert.Equal(18, found.Count());
    }

    [Fact]
    public void One_line_moved_the_demand_of_Hammersmith_and_Fulham_in_2013_14_from_2900_to_1450()
    {
        var moved = Assert.Single(TriBorough.Lines, line => line.Outcome == "moved");
        Assert.Equal(
            new(
                "hammersmith-and-fulham", "Integration - Impact on Demand", "CLCH Integration - Impact on Demand", "2013-14", 2900, 1450,
                -1450, "moved"),
            moved);
    }

    [Fact]
    public void Totals_by_borough_and_year_are_those_of_the_table_added_up_by_hand()
    {
        var expected = UpdateLine.All.Where(line => !line.IsTotal).GroupBy(line => (line.Borough, line.Year))
            .Select(own => (own.Key.Borough, own.Key.Year, own.Sum(line => line.Earlier!.Value), own.Sum(line => line.Amount)));
        Assert.Equal(
            expected.Order(),
            TriBorough.Totals.Councils.Select(total => (total.Council!, total.Year, total.Before, total.After)).Order());
        var moved = Assert.Single(TriBorough.Totals.Councils, total => total.Change != 0);
        Assert.Equal(("hammersmith-and-fulham", "2013-14", 2993m, 1543m, -1450m),
            (moved.Council, moved.Year, moved.Before, moved.After, moved.Change));
    }

    [Fact]
    public void Totals_by_source_and_year_are_those_that_the_paper_prints()
    {
        var printed = UpdateLine.All.Where(line => line.IsTotal).Select(line => (line.Source, line.Year, line.Amount));
        Assert.Equal(printed.Order(), TriBorough.Totals.Sources.Select(total => (total.Source!, total.Year, total.After)).Order());
        Assert.Equal(
            [("2012-13", 241m, 241m), ("2013-14", 4025m, 2575m), ("2014-15", 4025m, 4025m)],
            TriBorough.Totals.Years.Select(total => (total.Year, total.Before, total.After)));
    }

    [Fact]
    public void What_the_update_does_not_restate_stands_and_is_not_called_unchanged()
    {
        var left = TriBorough.Lines.Where(line => line.Outcome == "not-restated").ToList();
        Assert.Equal(84 - 18, left.Count);
        Assert.All(left, line => Assert.Equal((null, null), (line.After, line.Change)));

        // What is restated and what is not add to the totals that the plan of June 2011 printed for the boroughs, here of 2013-14.
        var whole = TriBorough.Totals.Councils.Where(total => total.Year == "2013-14")
            .ToDictionary(total => total.Council!, total => total.Before + total.NotRestated);
        Assert.Equal((4031m, 1230m, 2325m),
            (whole["hammersmith-and-fulham"], whole["kensington-and-chelsea"], whole["westminster"]));
        Assert.Equal([("moved", 1), ("unchanged", 17), ("added", 0), ("dropped", 0), ("not-restated", 66)],
            TriBorough.Counts.Select(count => (count.Key, count.Value)));
    }

    [Fact]
    public void A_plan_set_out_whole_adds_and_drops_what_one_edition_alone_has()
    {
        var changes = Of("a", Edition("a", null, ("it", 100), ("staff", 0)), Edition("b", Follow("a"), ("it", 90), ("estates", 0)));
        Assert.Equal(
            [("it", 100m, 90m, -10m, "moved"), ("staff", 0m, null, 0m, "dropped"), ("estates", null, 0m, 0m, "added")],
            changes.Lines.Select(line => (line.Source, line.Before, line.After, line.Change, line.Outcome)));
        Assert.Equal((100m, 90m, -10m, 0m), Total(changes));
    }

    [Fact]
    public void A_part_restated_twice_is_compared_with_the_plan_as_it_stood()
    {
        var first = Edition("a", null, ("it", 100), ("staff", 50));
        var second = Edition("b", Follow("a", Restatement.Part), ("it", 80));
        var third = Edition("c", Follow("b", Restatement.Part, new RenamedSource("people", "staff")), ("people", 40));
        Assert.Equal(
            [("it", 100m, 80m, "moved"), ("people", 50m, 40m, "moved")],
            Of("a", first, second, third).Lines.Select(line => (line.Source, line.Before, line.After, line.Outcome)));

        // Since the second edition only the third's own line was stated again, and the first's is what it was before.
        Assert.Equal(
            [("it", 80m, null, "not-restated"), ("people", 50m, 40m, "moved")],
            Of("b", first, second, third).Lines.Select(line => (line.Source, line.Before, line.After, line.Outcome)));
    }

    [Fact]
    public void Sources_that_change_names_with_one_another_are_followed()
    {
        var swapped = Follow("a", Restatement.Whole, new RenamedSource("it", "staff"), new RenamedSource("staff", "it"));
        Assert.Equal(
            [("staff", "it", 100m, 100m, "unchanged"), ("it", "staff", 50m, 51m, "moved")],
            Of("a", Edition("a", null, ("it", 100), ("staff", 50)), Edition("b", swapped, ("staff", 100), ("it", 51)))
                .Lines.Select(line => (line.Source, line.EarlierSource, line.Before, line.After, line.Outcome)));
    }

    [Fact]
    public void Pounds_and_thousands_of_pounds_are_compared_in_the_unit_of_the_later_edition()
    {
        var pounds = Edition("a", null, ("it", 1_234_500));
        var thousands = Edition("b", Follow("a"), ("it", 1_300));
        Assert.Equal((1_234.5m, 1_300m, 65.5m, 0m), Total(Of("a", In("gbp", pounds), In("gbp_thousands", thousands))));
        Assert.Equal((1_234_500_000m, 1_300m, -1_234_498_700m, 0m), Total(Of("a", In("gbp_thousands", pounds), In("gbp", thousands))));
    }

    [Fact]
    public void Editions_that_cannot_be_compared_are_named_with_what_is_wrong()
    {
        var first = Edition("a", null, ("it", 100), ("staff", 50));
        Named.Problem(
            "source-renamed-unknown",
            PlanChanges.Of([first, Edition("b", Follow("a", Restatement.Part, new RenamedSource("x", "ti")), ("x", 1))], "a").Problem,
            "'ti'");
        Named.Problem(
            "sources-merged",
            PlanChanges.Of([first, Edition("b", Follow("a", Restatement.Part, new RenamedSource("it", "staff")), ("it", 1))], "a").Problem,
            "'staff'");
        var unphased = new PlanEdition("b", new Programme("b", Follows: Follow("a")));
        Named.Problem("plan-not-phased", PlanChanges.Of([first, unphased], "a").Problem, "'b'");
        Named.Problem("plan-not-phased", PlanChanges.Of([unphased, first], "b").Problem, "'b'");
    }

    [Fact]
    public void The_staffing_of_the_update_adds_up_but_for_one_post_that_the_paper_rounds_away()
    {
        var staffing = ProgrammeAppraisal.Of(SampleProgrammes.All["tri-borough-2012"]).Result!.Staffing!;
        Assert.Equal(
            [("hammersmith-and-fulham", 173m, 6082m), ("kensington-and-chelsea", 147m, 5241m), ("westminster", 132m, 5843m)],
            staffing.Councils.Select(posts => (posts.Council, posts.Fte, posts.Pay)));
        Assert.Equal((452m, 17166m), (staffing.Total.Fte, staffing.Total.Pay));
        var off = Assert.Single(staffing.Reconciliations, check => check.Outcome != "agrees");
        Assert.Equal(("Assessment & Care Management", "fte", 312m, 313m, "rounding"),
            (off.Service, off.Measure, off.Printed, off.Computed, off.Outcome));
    }

    [Fact]
    public void Staffing_that_is_none_is_named()
    {
        StaffingLine line = new("Home Care", Barnet, Year, 2, 60);
        Named.Problem("staffing-empty", Staffing.Of(new([])).Problem);
        Named.Problem("cell-repeated", Staffing.Of(new([line, line])).Problem, "Home Care");
        Named.Problem("amount-too-large", Staffing.Of(new([line with { Pay = 1_000_000_000_000_001 }])).Problem);
    }

    private static PlanEdition Shipped(string id) => new(id, SampleProgrammes.All[id]);

    private static PlanEdition Edition(string id, ProgrammeFollows? follows, params (string Source, decimal Amount)[] savings) => new(
        id,
        new Programme(
            id, Follows: follows,
            Phasing: new([.. savings.Select(saving => new PhasedSaving(saving.Source, Barnet, Year, saving.Amount))])));

    private static PlanEdition In(string unit, PlanEdition edition) => edition with { Plan = edition.Plan with { Unit = unit } };

    private static ProgrammeFollows Follow(string id, Restatement restates = Restatement.Whole, params RenamedSource[] renamed) =>
        new(id, restates, renamed);

    private static PublishedPlanChanges Of(string since, params PlanEdition[] editions) => PlanChanges.Of(editions, since).Result!;

    private static (decimal Before, decimal After, decimal Change, decimal NotRestated) Total(PublishedPlanChanges changes)
    {
        var total = Assert.Single(changes.Totals.Years);
        return (total.Before, total.After, total.Change, total.NotRestated);
    }
}
