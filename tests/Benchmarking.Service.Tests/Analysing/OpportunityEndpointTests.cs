using System.Globalization;
using System.Net;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>What it would be worth to stand where the peers do, over the unit costs and activity of 2012-13 as published.</summary>
[Collection(nameof(SampleReadings))]
public sealed class OpportunityEndpointTests(SampleApp samples)
{
    private const string Camden = "/councils/camden/opportunities?year=2012-13";
    private const string UnitCost = "residential-nursing-unit-cost-65plus";
    private const string Scilly = "/councils/isles-of-scilly/opportunities?year=2012-13&peers=all";
    private const string Residents = "residents-65plus-per-1000";

    [Fact]
    public async Task Camdens_weeks_of_care_would_cost_four_million_less_at_the_median_of_its_nearest_areas()
    {
        var answer = await samples.App.Get(Camden);
        Assert.Equal(
            ("camden", "Camden", "2012-13", "actual", "median"),
            (answer.Text("council"), answer.Text("name"), answer.Text("year"), answer.Text("status"), answer.Text("target")));
        Assert.Equal("nearest:15", answer.GetProperty("peerGroup").Text("code"));
        Assert.Contains("never added up", answer.Text("note"), StringComparison.Ordinal);
        Assert.False(answer.TryGetProperty("total", out _));

        var found = answer.GetProperty("opportunities").Of("metric", UnitCost);
        var peers = answer.GetProperty("peerGroup").GetProperty("members").Strings();
        var (worth, lower, upper) = ByHand(peers, 780.5m, 27_425m);
        Assert.Equal(
            (780.5m, 625.9m, 15m, 27_425m, "weeks", "gbp"),
            (found.Number("figure"), found.Number("target"), found.Number("peers"), found.Number("volume"), found.Text("volumeUnit"),
                found.Text("valueUnit")));
        Assert.Equal(
            (worth, lower, upper, 10_000m),
            (found.Number("value"), found.GetProperty("range").Number("lower"), found.GetProperty("range").Number("upper"),
                found.Number("roundedTo")));
        Assert.Equal((4_240_000m, 4_140_000m, 4_600_000m), (worth, lower, upper));
        Assert.Contains(found.GetProperty("caveats").Strings(), caveat => caveat.Contains("outcome", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_metric_without_a_volume_is_not_there_and_one_that_lacks_a_figure_or_volume_says_so()
    {
        var answer = await samples.App.Get(Camden);
        string[] named =
        [
            .. answer.GetProperty("opportunities").EnumerateArray().Concat(answer.GetProperty("notOffered").EnumerateArray())
                .Select(each => each.Text("metric")!),
        ];
        Assert.DoesNotContain("savings-total", named);
        Assert.DoesNotContain("home-care-contact-hours", named);
        Assert.Equal("figure-missing", answer.GetProperty("notOffered").Of("metric", "admissions-65plus-per-1000").Text("reason"));
        Assert.Equal("volume-missing",
            answer.GetProperty("notOffered").Of("metric", "residential-nursing-unit-cost-learning-disability").Text("reason"));
    }

    [Fact]
    public async Task A_council_at_or_below_the_target_gets_nothing_and_is_not_called_good()
    {
        // Luton pays less for a week than any of the areas near Camden.
        const string address = "/councils/luton/opportunities?year=2012-13&peers=custom:brent,croydon,ealing,greenwich,slough";
        var found = (await samples.App.Get(address)).GetProperty("opportunities").Of("metric", UnitCost);
        Assert.Equal((0m, true), (found.Number("value"), found.GetProperty("reached").GetBoolean()));
        Assert.Contains(found.GetProperty("caveats").Strings(), caveat => caveat.Contains("not called good", StringComparison.Ordinal));
        Assert.False(found.TryGetProperty("verdict", out _));
    }

    [Fact]
    public async Task The_quartile_is_worth_no_less_than_the_median_and_a_link_stays()
    {
        var quartile = await samples.App.Get($"{Camden}&target=quartile");
        Assert.Equal("quartile", quartile.Text("target"));
        Assert.Equal(563.95m, quartile.GetProperty("opportunities").Of("metric", UnitCost).Number("target"));
        var again = await samples.App.Get(quartile.Text("permalink")!.Replace("/api/v1", "", StringComparison.Ordinal));
        Assert.Equal(
            quartile.GetProperty("opportunities").GetRawText(), again.GetProperty("opportunities").GetRawText());
    }

    [Fact]
    public async Task A_withheld_figure_gives_no_opportunity_without_a_key()
    {
        var open = await samples.App.Get(Scilly);
        Assert.Equal("figure-suppressed", open.GetProperty("notOffered").Of("metric", Residents).Text("reason"));
        Assert.DoesNotContain(Residents, open.GetProperty("opportunities").EnumerateArray().Select(each => each.Text("metric")));
        var keyed = await samples.App.GetWithKey(Scilly);
        Assert.Equal(506, keyed.GetProperty("opportunities").Of("metric", Residents).Number("volume"));
    }

    [Fact]
    public async Task As_a_table_each_metric_has_a_row_with_why_it_is_not_offered()
    {
        var text = await samples.App.Text($"{Camden}&format=csv");
        string[] lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(
            "council,year,status,peers,metric,label,state,unit,better,figure,target,targetValue", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith($"camden,2012-13,actual,nearest:15,{UnitCost},", StringComparison.Ordinal)
            && line.Contains(",offered,gbp_per_week,lower,780.5,median,625.9,613,629.3,15,27425,weeks,", StringComparison.Ordinal)
            && line.Contains(",4240000,gbp,4140000,4600000,10000,false,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",volume-missing,", StringComparison.Ordinal));
        using var book = await samples.App.Send("GET", $"{Camden}&format=xlsx");
        Assert.Equal(HttpStatusCode.OK, book.StatusCode);
    }

    [Theory]
    [InlineData("/councils/atlantis/opportunities?year=2012-13", 404, "council-unknown-in-year")]
    [InlineData("/councils/Atlantis%20City/opportunities?year=2012-13", 404, "council-unknown")]
    [InlineData("/councils/camden/opportunities", 400, "parameter-missing")]
    [InlineData("/councils/camden/opportunities?year=2012-13&target=mean", 400, "target-unknown")]
    [InlineData("/councils/camden/opportunities?year=2012-13&status=projected", 400, "parameter-unknown")]
    [InlineData("/councils/camden/opportunities?year=2012-13&peers=region:atlantis", 400, "peers-unknown-group")]
    public async Task What_cannot_be_asked_is_told(string address, int status, string code) =>
        Assert.Equal((status, code), await samples.App.Problem("GET", address));

    /// <summary>(own − median) × weeks, and the same with each peer left out and the roundings of the figure and the weeks, from the
    /// files as councils filed them, told in ten thousands.</summary>
    private static (decimal Worth, decimal Lower, decimal Upper) ByHand(string[] peers, decimal own, decimal weeks)
    {
        decimal[] costs = [.. peers.Select(Filed).Order()];
        decimal Ten(decimal value) => decimal.Round(value / 10_000, MidpointRounding.AwayFromZero) * 10_000;
        return (
            Ten((own - costs[7]) * weeks),
            Ten((own - 0.05m - ((costs[7] + costs[8]) / 2)) * (weeks - 2.5m)),
            Ten((own + 0.05m - ((costs[6] + costs[7]) / 2)) * (weeks + 2.5m)));
    }

    private static decimal Filed(string council)
    {
        var file = Repository.Returns.Single(found => found.Name == $"{council}/2012-13/activity.csv").File;
        string[] cells = File.ReadLines(file).Select(line => line.Split(','))
            .Single(row => row[1] == "residential_nursing_unit_cost_65plus");
        decimal Number(int at) => decimal.Parse(cells[at], CultureInfo.InvariantCulture);
        return cells[5].Length > 0 ? Number(5) : Number(3) / Number(4);
    }
}
