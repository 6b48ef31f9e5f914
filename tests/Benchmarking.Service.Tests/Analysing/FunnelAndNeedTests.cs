using System.Globalization;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The funnel of a real metric, and need-adjusted values where enough councils have budgets.</summary>
[Collection(nameof(SampleReadings))]
public sealed class FunnelAndNeedTests(SampleApp samples, FilingApp filing) : IClassFixture<FilingApp>
{
    [Fact]
    public async Task A_rate_of_people_has_a_funnel_with_the_overdispersion_beside_it()
    {
        const string address = "/comparisons/direct-payment-clients-per-1000?year=2012-13";
        var funnel = (await samples.App.Get(address)).GetProperty("funnel");
        Assert.True(funnel.Number("phi") > 10, funnel.GetRawText());
        Assert.Equal(funnel.GetProperty("councils").GetInt32(),
            funnel.GetProperty("places").EnumerateObject().Sum(place => place.Value.GetInt32()));
        Assert.Equal((await samples.App.Get(address)).GetProperty("summary").Number("pooled"), funnel.Number("centre"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, funnel.GetProperty("limits").ValueKind);

        var limits = (await samples.App.Get($"{address}&funnel=limits")).GetProperty("funnel").GetProperty("limits").EnumerateArray()
            .ToList();
        Assert.All(limits,
            limit => Assert.True(limit.Number("outerLower") <= limit.Number("innerLower")
                && limit.Number("innerUpper") <= limit.Number("outerUpper")));
        Assert.Equal((400, "funnel-unknown"), await samples.App.Problem("GET", $"{address}&funnel=wide"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null,
            (await samples.App.Get("/comparisons/savings-total?year=2012-13")).GetProperty("funnel").ValueKind);
    }

    [Fact]
    public async Task A_budget_per_resident_is_set_against_need_only_where_enough_councils_have_one()
    {
        var few = (await samples.App.Get("/comparisons/net-budget-per-resident-65plus?year=2012-13&council=warrington"))
            .GetProperty("needAdjusted");
        Assert.StartsWith("Not fitted", few.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, few.GetProperty("rSquared").ValueKind);
        Assert.Equal([2015], few.GetProperty("drivers").Of("feature", "deprivation_score").GetProperty("years").EnumerateArray()
            .Select(year => year.GetInt32()));

        // Budgets made by a law: 500 for each resident aged 65 and over, and 20 more for each point of deprivation. The fit must find it,
        // and need explain all.
        var councils = (await filing.App.Get("/peer-groups/region:london?year=2012-13")).GetProperty("group").GetProperty("members")
            .Strings().Take(28).ToList();
        foreach (var council in councils)
        {
            var (people, deprivation) = Area(council);
            await filing.Put($"{council}/2012-13/budget",
                string.Create(CultureInfo.InvariantCulture,
                    $"financial_year,measure,service,amount,unit,status,note\n"
                        + $"2012-13,net_budget,,{people * (500 + (20 * deprivation)):0},gbp,actual,invented\n"));
        }

        await filing.App.WaitUntilPublished();
        var fitted =
            (await filing.App.Get($"/comparisons/net-budget-per-resident-65plus?year=2012-13&peers=nearest:3&council={councils[0]}"))
                .GetProperty("needAdjusted");
        Assert.Equal((28, 1m), (fitted.GetProperty("councils").GetInt32(), fitted.Number("rSquared")));
        Assert.InRange(fitted.GetProperty("drivers").Of("feature", "deprivation_score").Number("coefficient")!.Value, 19.99m, 20.01m);
        Assert.InRange(fitted.GetProperty("subject").Number("residual")!.Value, -0.5m, 0.5m);
        Assert.Equal(System.Text.Json.JsonValueKind.Null,
            (await filing.App.Get("/comparisons/savings-total?year=2012-13")).GetProperty("needAdjusted").ValueKind);
    }

    private static (decimal People, decimal Deprivation) Area(string slug)
    {
        var reference = Core.Reference.ReferenceData.Current;
        var council = reference.Councils.FindAny(Core.Vocabulary.CouncilCode.Parse(slug))!;
        var year = new Core.Vocabulary.FinancialYear(2012);
        return (reference.Areas.Find(council, "population_65plus", year)!.Value,
            reference.Areas.Find(council, "deprivation_score", year)!.Value);
    }
}
