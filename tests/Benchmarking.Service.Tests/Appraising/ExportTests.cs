using System.Net;
using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Appraising;

public sealed class ExportTests(SampleApp samples) : IClassFixture<SampleApp>
{
    private const string Savings = "savings-pct-net-budget";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_has_every_value_of_every_metric_as_its_comparison_shows_it()
    {
        var values = (await samples.App.Get("/exports/2012-13")).GetProperty("values").EnumerateArray().ToList();
        foreach (var metric in (await samples.App.Get("/metrics")).GetProperty("metrics").EnumerateArray()
            .Select(m => m.GetProperty("code").GetString()!))
        {
            var compared = (await samples.App.Get($"/comparisons/{metric}?year=2012-13")).GetProperty("councils").EnumerateArray()
                .Where(council => council.GetProperty("value").ValueKind == JsonValueKind.Number)
                .Select(council => (council.GetProperty("council").GetString(), council.GetProperty("value").GetRawText()));
            var exported = values
                .Where(value => value.GetProperty("metric").GetString() == metric && value.GetProperty("status").GetString() == "actual")
                .Where(value => value.GetProperty("value").ValueKind == JsonValueKind.Number)
                .Select(value => (value.GetProperty("council").GetString(), value.GetProperty("value").GetRawText()));
            Assert.Empty(compared.Except(exported));
        }

        Assert.Contains(values, value => value.GetProperty("status").GetString() == "projected");
        Assert.All(values, value => Assert.NotEmpty(value.GetProperty("receipts").EnumerateArray()));
    }

    [Fact]
    public async Task CSV_and_JSON_have_the_same_rows_and_the_wide_shape_has_one_a_council()
    {
        var json = (await samples.App.Get("/exports/2012-13?status=actual")).GetProperty("values").GetArrayLength();
        var csv = await Text("/exports/2012-13?status=actual&format=csv");
        Assert.StartsWith("metric,label,unit,year,status,council,name,value,state,basis,receipts,"
            + "origin,publisher,publication,edition,filedValue\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(json + 2, csv.Split("\r\n").Length);

        var wide = (await Text("/exports/2012-13?shape=wide&format=csv")).Split("\r\n");
        var column = Array.IndexOf(wide[0].Split(','), Savings);
        Assert.Equal("11.3", wide.Single(line => line.StartsWith("tameside,", StringComparison.Ordinal)).Split(',')[column]);
        var councils = (await samples.App.Get("/exports/2012-13?shape=wide")).GetProperty("councils");
        Assert.Equal(wide.Length - 2, councils.GetArrayLength());
        Assert.Contains(councils.EnumerateArray(), council => council.GetProperty("values").TryGetProperty(Savings, out _));
    }

    [Fact]
    public async Task The_long_shape_of_the_outcomes_tables_has_a_row_for_the_outcome_and_each_of_its_counts()
    {
        var rows = (await Text("/exports/2012-13?shape=ascof&status=actual&format=csv")).Split("\r\n").Select(line => line.Split(','))
            .ToList();
        Assert.Equal("year,onsAreaCode,geographicalDescription,geographicalLevel,measureCode,disaggregation,measureType,measureValue,state", string.Join(',', rows[0]));

        // Hackney: 345 people with a direct payment of 246,270 residents, 1.40 per 1,000.
        var hackney = rows.Where(row => row.Length > 7 && row[1] == "E09000012" && row[4] == "direct-payment-clients-per-1000")
            .Select(row => (row[6], row[7]));
        Assert.Equal([("Outcome", "1.4"), ("Numerator", "345"), ("Denominator", "246270")], hackney);
        var json = (await samples.App.Get("/exports/2012-13?shape=ascof&status=actual")).GetProperty("values");
        Assert.Equal(rows.Count - 2, json.GetArrayLength());
    }

    [Fact]
    public async Task The_same_export_again_is_not_sent_again_and_a_year_without_values_is_empty()
    {
        using var first = await samples.App.Http.GetAsync("/api/v1/exports/2012-13", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/exports/2012-13");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await samples.App.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(0, (await samples.App.Get("/exports/1999-00")).GetProperty("values").GetArrayLength());
    }

    [Theory]
    [InlineData("/exports/2012-14", "year-unreadable")]
    [InlineData("/exports/2012-13?shape=square", "shape-unknown")]
    [InlineData("/exports/2012-13?metric=x", "parameter-unknown")]
    public async Task What_cannot_be_exported_is_a_problem_with_a_code(string address, string code)
    {
        using var answer = await samples.App.Http.GetAsync($"/api/v1{address}", Cancellation);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
    }

    private Task<string> Text(string address) => samples.App.Http.GetStringAsync($"/api/v1{address}", Cancellation);
}
