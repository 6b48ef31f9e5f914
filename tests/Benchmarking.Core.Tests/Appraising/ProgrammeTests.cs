using System.Text;
using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

public sealed class ProgrammeTests
{
    private const int MostItems = 2_000;

    private static readonly DateOnly Day = new(2012, 4, 1);
    private static readonly Price Price = new(CouncilCode.Parse("barnet"), "Sunrise", "residential", 1, 500);
    private static readonly Benefit Benefit = new("providers at level 3", Polarity.Higher, 20, Day, 100, Day.AddYears(1), []);
    private static readonly PhasedSaving Saving = new("it", CouncilCode.Parse("westminster"), new(2012), 321);

    private static readonly StaffingLine Line = new("Home Care", CouncilCode.Parse("westminster"), new(2012), 2, 60);

    private static readonly Programme Whole = new(
        "Plan", Unit: "gbp_thousands",
        Investment: new(0.04m, TriBoroughPlan.Flows), Confidence: new(TriBoroughPlan.Sources), Phasing: new([Saving]),
        Attribution: new(10, [new(CouncilCode.Parse("hackney"), 1)]), PriceEqualisation: new([Price]),
        Pipeline: [new("idea", null, new(2012), 70)], Benefits: new(Day, [Benefit, Benefit]),
        Follows: new("plan-2011", Restatement.Part, [new("it", "IT")]),
        Staffing: new([Line], [new(null, null, new(2012), 2, 60)]), Budgets: [new("gross expenditure", null, null, 325_000)]);

    [Fact]
    public void Every_part_of_a_programme_is_appraised_and_no_other()
    {
        var all = Appraise(Whole).Result!;
        Assert.Equal(
            (1.13m, 10950m, 321m, 10m, 0m, 70m, 2, 60m),
            (all.Investment!.PaybackYears, all.Confidence!.Total, all.Phasing!.Total.Total, all.Attribution!.Parts[0].Amount,
                all.PriceEqualisation!.Total, all.Pipeline!.Total, all.Benefits!.Count, all.Staffing!.Total.Pay));
        var one = Appraise(new Programme("Plan", Pipeline: Whole.Pipeline)).Result!;
        Assert.Equal(new PublishedProgrammeAppraisal(null, null, null, null, null, one.Pipeline, null, null), one);
    }

    [Fact]
    public void Weights_and_a_weighted_total_are_shown_where_the_programme_states_weights_only()
    {
        var without = Appraise(Whole).Result!.Confidence!;
        Assert.Null(without.RiskWeightedTotal);
        Assert.All(without.Classes, part => Assert.Null(part.Weight));
        var with = Appraise(Whole with { Confidence = new(TriBoroughPlan.Sources, new(1, 0.8m, 0.5m)) }).Result!.Confidence!;
        Assert.Equal(8171, with.RiskWeightedTotal);
        Assert.Equal([1, 0.8m, 0.5m], with.Classes.Select(part => part.Weight));
    }

    [Fact]
    public void A_printed_total_agrees_or_differs_by_rounding_or_more()
    {
        PrintedTotal Printed(decimal amount) => new(null, null, null, amount);
        var table = Appraise(Whole with { Phasing = new([Saving], [Printed(321), Printed(322), Printed(323)]) }).Result!.Phasing!;
        Assert.Equal(["agrees", "rounding", "differs"], table.Reconciliations.Select(check => check.Outcome));
    }

    [Fact]
    public void The_first_part_that_cannot_be_appraised_is_the_answer()
    {
        Wrong("flows-out-of-range", Whole with { Investment = new(0.04m, []) });
        Wrong("savings-empty", Whole with { Confidence = new([]) });
        Wrong("savings-empty", Whole with { Phasing = new([]) });
        Wrong("base-out-of-range", Whole with { Attribution = new(10, []) });
        Wrong("prices-out-of-range", Whole with { PriceEqualisation = new([]) });
        Wrong("savings-empty", Whole with { Pipeline = [] });
        Wrong("polarity-missing", Whole with { Benefits = new(Day, [Benefit, Benefit with { BetterWhen = Polarity.Neutral }]) });
        Wrong("flows-out-of-range",
            Whole with { Investment = new(0.04m, []), Attribution = new(10, []),
                Benefits = new(Day, [Benefit with { BetterWhen = Polarity.Neutral }]) });
        Wrong("staffing-empty", Whole with { Staffing = new([]) });
        Wrong("base-out-of-range", Whole with { Attribution = new(10, []), PriceEqualisation = new([]) });
    }

    [Fact]
    public void What_no_programme_can_be_is_named()
    {
        Wrong("name-out-of-range", Whole with { Name = " " });
        Wrong("name-out-of-range", Whole with { Name = new('x', 201) });
        Wrong("source-too-long", Whole with { Source = new('x', 1_001) });
        Wrong("unit-unknown", Whole with { Unit = "pounds" });
        Wrong("programme-empty", new Programme("Plan"));
        Wrong("source-renamed-twice", Whole with { Follows = new("a", Restatement.Whole, [new("x", "a"), new("x", "b")]) });
        Wrong("source-renamed-twice", Whole with { Follows = new("a", Restatement.Whole, [new("x", "a"), new("y", "a")]) });
        Wrong("rounded-to-out-of-range", Whole with { Phasing = new([Saving], RoundedTo: 0) });
        Wrong("rounded-to-out-of-range", Whole with { Phasing = new([Saving], RoundedTo: 1_000_001) });
        Assert.Equal(["gbp", "gbp_thousands"], Appraise(Whole with { Unit = "pounds" }).Problem!.ValidValues);
        Assert.Equal(
            ["investment", "confidence", "phasing", "attribution", "priceEqualisation", "pipeline", "benefits", "staffing"],
            Appraise(new Programme("Plan")).Problem!.ValidValues);
    }

    [Fact]
    public void The_largest_programme_is_appraised()
    {
        Assert.True(Appraise(Whole with { Name = new('x', 200), Source = new('x', 1_000), Unit = "gbp" }).Succeeded);
        Assert.True(Appraise(Whole with { Phasing = new([Saving], RoundedTo: 1_000_000) }).Succeeded);
        Assert.True(Appraise(Whole with { Pipeline = [.. Enumerable.Repeat(Whole.Pipeline![0], MostItems)] }).Succeeded);
    }

    [Fact]
    public void No_list_of_it_has_more_than_2_000_entries()
    {
        const string Code = "list-too-long";
        Wrong(Code, Whole with { Pipeline = [.. Enumerable.Repeat(Whole.Pipeline![0], MostItems + 1)] });
        Wrong(Code, Whole with { Benefits = new(Day, [.. Enumerable.Repeat(Benefit, MostItems + 1)]) });
        Wrong(Code, Whole with { Phasing = new([.. Enumerable.Repeat(Saving, MostItems + 1)]) });
        Wrong(Code, Whole with { Staffing = new([.. Enumerable.Repeat(Line, MostItems + 1)]) });
        Wrong(Code, Whole with { Budgets = [.. Enumerable.Repeat(Whole.Budgets![0], MostItems + 1)] });
        Wrong(Code, Whole with { Phasing = new([Saving], [.. Enumerable.Repeat(new PrintedTotal(null, null, null, 1), MostItems + 1)]) });
    }

    [Fact]
    public void Programmes_go_through_JSON_unchanged()
    {
        var bytes = ProgrammeJson.Write(Whole);
        Assert.Equal(bytes, ProgrammeJson.Write(ProgrammeJson.Read(bytes).Result!));
        Assert.Equal(["hackney-2011", "tri-borough-2011", "tri-borough-2012", "york-2009"], SampleProgrammes.All.Keys);
        Assert.All(SampleProgrammes.All, sample => Assert.True(Appraise(sample.Value).Succeeded, sample.Key));
    }

    [Theory]
    [InlineData("null", "body-unreadable", "null")]
    [InlineData("{", "programme-unreadable", "line 1")]
    [InlineData("{\"name\": \"x\",\n\"names\": 1}", "programme-unreadable", "at 'names' (line 2)")]
    [InlineData("{\"Name\": \"x\"}", "programme-unreadable", "Name")]
    [InlineData("{\"name\": null}", "programme-unreadable", "name")]
    [InlineData("{\"unit\": \"gbp\"}", "programme-unreadable", "cannot be read (line 1)")]
    [InlineData("{\"name\": \"x\", \"name\": \"y\"}", "programme-unreadable", "name")]
    [InlineData("{\"name\": \"x\", \"investment\": {\"discountRate\": \"0.04\", \"flows\": []}}", "programme-unreadable",
        "investment.discountRate")]
    [InlineData("{\"name\": \"x\", \"councils\": [\"Not A Slug\"]}", "programme-unreadable", "councils[0]")]
    [InlineData("{\"name\": \"x\", \"councils\": [7]}", "programme-unreadable", "councils[0]")]
    public void What_cannot_be_read_is_named_with_its_place(string json, string code, string place) =>
        Named.Problem(code, ProgrammeJson.Read(Encoding.UTF8.GetBytes(json)).Problem, place);

    private static void Wrong(string code, Programme programme) => Named.Problem(code, Appraise(programme).Problem);

    private static Appraised<PublishedProgrammeAppraisal> Appraise(Programme programme) => ProgrammeAppraisal.Of(programme);
}
