using System.Text;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The long shape of the outcomes tables goes out and comes in again.</summary>
[Collection(nameof(SampleReadings))]
public sealed class OutcomesTableEndpointTests(SampleApp samples)
{
    [Fact]
    public async Task The_export_of_a_measure_makes_returns_without_a_fault_that_say_which_other_figures_they_would_take_away()
    {
        using var exported = await samples.App.Send("GET", "/exports/2012-13?shape=ascof&format=csv", key: samples.App.Analyst());
        var lines = (await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        var table = string.Join("\r\n",
            lines.Where(line => lines[0] == line || line.Contains(",residential-nursing-unit-cost-65plus,", StringComparison.Ordinal)));

        using var content = new StringContent(table, Encoding.UTF8, "text/csv");
        using var answer =
            await samples.App.Http.PostAsync("/api/v1/conversions/outcomes-table", content, TestContext.Current.CancellationToken);
        using var body = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var converted = body.RootElement;
        Assert.Equal(0, converted.GetProperty("faultsTotal").GetInt32());
        Assert.Equal(152, converted.GetProperty("returns").GetArrayLength() + converted.GetProperty("withoutValue").GetInt32());
        var hackney = converted.GetProperty("returns").Of("council", "hackney");
        using var made = new StringContent(hackney.GetProperty("content").GetString()!);
        using var receipt = await samples.App.Send("POST", "/returns/hackney/2012-13/activity/validation", made, samples.App.Analyst());
        using var found = System.Text.Json.JsonDocument.Parse(await receipt.Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken));
        var finding = Assert.Single(found.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("figures-taken-away", finding.GetProperty("code").GetString());
        Assert.Contains("home_care_unit_cost", finding.GetProperty("expected").GetString(), StringComparison.Ordinal);
    }
}
