using System.Text;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The long shape of the outcomes tables goes out and comes in again.</summary>
[Collection(nameof(SampleReadings))]
public sealed class OutcomesTableEndpointTests(SampleApp samples)
{
    [Fact]
    public async Task The_export_of_a_year_makes_returns_that_are_accepted_as_they_stand()
    {
        using var exported = await samples.App.Send("GET", "/exports/2012-13?shape=ascof&format=csv", key: samples.App.Analyst());
        var lines = (await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        var table = string.Join("\r\n", lines.Where(line => lines[0] == line || line.Contains(",residential-nursing-unit-cost-65plus,", StringComparison.Ordinal)));

        using var content = new StringContent(table, Encoding.UTF8, "text/csv");
        using var answer = await samples.App.Http.PostAsync("/api/v1/conversions/outcomes-table", content, TestContext.Current.CancellationToken);
        using var body = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var converted = body.RootElement;
        Assert.Equal(0, converted.GetProperty("faultsTotal").GetInt32());
        Assert.Equal(152, converted.GetProperty("returns").GetArrayLength() + converted.GetProperty("withoutValue").GetInt32());
        var hackney = converted.GetProperty("returns").Of("council", "hackney");
        using var made = new StringContent(hackney.GetProperty("content").GetString()!);
        using var receipt = await samples.App.Http.PostAsync("/api/v1/returns/hackney/2012-13/activity/validation", made, TestContext.Current.CancellationToken);
        Assert.Contains("\"status\":\"accepted\"", await receipt.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
