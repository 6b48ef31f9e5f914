using System.Globalization;
using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>docs/methods/recompute.md: from the table of a comparison in full precision its summary is made again, by the definitions of
/// spreadsheets and none of this product's code.</summary>
[Collection(nameof(SampleReadings))]
public sealed class RecomputeTests(SampleApp samples)
{
    [Theory]
    [InlineData("home-care-unit-cost", "barnet", 1)]
    [InlineData("direct-payment-clients-per-1000", "kent", 1000)]
    [InlineData("savings-pct-net-budget", "tameside", 100)]
    [InlineData("residential-nursing-unit-cost-65plus", "york", 1)]
    public async Task A_summary_is_recomputed_from_its_table(string metric, string council, int per)
    {
        var address = $"/comparisons/{metric}?year=2012-13&council={council}&precision=full";
        var answer = await samples.App.Get(address);
        Assert.Equal("full", answer.GetProperty("precision").GetString());
        var rows = await samples.App.Rows($"{address}&format=csv");
        double[] x = [.. rows.Select(row => row["value"]).Where(text => text.Length > 0).Select(Number).Order()];
        var summary = answer.GetProperty("summary");
        Assert.Equal(x.Length, summary.GetProperty("count").GetInt32());
        Agrees(x.Average(), summary, "mean");
        Agrees(Quantile(x, 0.5), summary, "median");
        Agrees(Quantile(x, 0.25), summary, "q1");
        Agrees(Quantile(x, 0.75), summary, "q3");
        Agrees(x[0], summary, "min");
        Agrees(x[^1], summary, "max");
        Agrees(Math.Sqrt(x.Sum(value => Math.Pow(value - x.Average(), 2)) / (x.Length - 1)), summary, "standardDeviation");
        var both = rows.Where(row => row["figureNumerator"].Length > 0 && row["figureDenominator"].Length > 0).ToList();
        Assert.Equal(both.Count, summary.GetProperty("pooledCouncils").GetInt32());
        var (x1, n1) = (both.Sum(row => Number(row["figureNumerator"])), both.Sum(row => Number(row["figureDenominator"])));
        Agrees(x1 / n1 * per, summary, "pooled");
        var own = Number(rows.Single(row => row["subject"] == "true")["value"]);
        var subject = answer.GetProperty("subject");
        Agrees(100.0 * (x.Count(value => value < own) + (x.Count(value => value == own) / 2.0)) / x.Length, subject, "percentile");
        double[] deviations = [.. x.Select(value => Math.Abs(value - Quantile(x, 0.5))).Order()];
        Agrees(0.6745 * (own - Quantile(x, 0.5)) / Quantile(deviations, 0.5), subject, "modifiedZ");
        Agrees(own - Quantile(x, 0.5), subject, "difference");
    }

    [Fact]
    public async Task Trends_and_exports_show_the_same_unrounded_figures()
    {
        const string metric = "direct-payment-clients-per-1000";
        var compared = (await samples.App.Get($"/comparisons/{metric}?year=2012-13&council=kent&precision=full")).GetProperty("subject");
        var trend = await samples.App.Get($"/trends/metrics/{metric}?council=kent&precision=full");
        Assert.Equal(compared.Number("value"), trend.GetProperty("years").Of("year", "2012-13").Number("value"));
        Assert.Equal("full", trend.GetProperty("precision").GetString());
        var exported = (await samples.App.Rows("/exports/2012-13?status=actual&precision=full&format=csv"))
            .Single(row => row["metric"] == metric && row["council"] == "kent");
        Assert.Equal(compared.GetProperty("value").GetRawText(), exported["value"]);
        Assert.True(exported["value"].Length > 10, exported["value"]);
        Assert.Equal("rounded", (await samples.App.Get($"/comparisons/{metric}?year=2012-13")).GetProperty("precision").GetString());
        Assert.Equal((400, "precision-unknown"), await samples.App.Problem("GET", $"/comparisons/{metric}?year=2012-13&precision=all"));
    }

    [Fact]
    public async Task A_target_is_told_with_its_verdict_and_one_that_is_no_number_is_a_problem()
    {
        const string address = "/comparisons/home-care-unit-cost?year=2012-13&council=barnet";
        var target = (await samples.App.Get($"{address}&target=20")).GetProperty("target");
        Assert.Equal((20m, "better"), (target.Number("value"), target.GetProperty("subject").GetProperty("verdict").GetString()));
        Assert.Equal(152, target.GetProperty("verdicts").EnumerateObject().Sum(verdict => verdict.Value.GetInt32()));
        Assert.Equal(JsonValueKind.Null, (await samples.App.Get(address)).GetProperty("target").ValueKind);
        var standard = (await samples.App.Get("/comparisons/personal-budget-coverage?year=2012-13")).GetProperty("target");
        Assert.Equal(70m, standard.Number("value"));
        foreach (var wrong in new[] { "much", "1e3", "12,5", "99999999999999" })
        {
            Assert.Equal((400, "target-unreadable"), await samples.App.Problem("GET", $"{address}&target={wrong}"));
        }
    }

    [Fact]
    public async Task Real_terms_reach_the_years_that_were_chained_on() =>
        Assert.Equal("real", (await samples.App.Get("/comparisons/savings-total?year=2014-15&basis=real&status=projected"))
            .GetProperty("basis").GetString());

    private static double Quantile(double[] sorted, double p)
    {
        var h = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(h);
        return sorted[below] + ((h - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void Agrees(double expected, JsonElement answer, string field)
    {
        var given = answer.GetProperty(field).GetDouble();
        Assert.True(Math.Abs(expected - given) <= 1e-12 * Math.Max(1, Math.Abs(expected)), $"{field}: {expected} is not {given}");
    }
}
