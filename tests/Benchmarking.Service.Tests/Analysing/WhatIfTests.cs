using System.Net;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Tameside saved 11.3 % of its budget in 2012-13; what if it had been something else?</summary>
[Collection(nameof(SampleReadings))]
public sealed class WhatIfTests(SampleApp samples)
{
    private const string Asked = "?year=2012-13&peers=programme:asce-2012&council=tameside";
    private const string Address = "/comparisons/savings-pct-net-budget/what-if";

    [Fact]
    public async Task An_edited_figure_takes_the_place_of_the_councils_own_and_is_labelled()
    {
        var answer = await samples.App.Answer("POST", Address + Asked, """{"value": 2.5}""");
        var published = await samples.App.Get("/comparisons/savings-pct-net-budget" + Asked);

        Assert.True(answer.GetProperty("whatIf").GetBoolean());
        Assert.False(answer.TryGetProperty("permalink", out _));
        var subject = answer.GetProperty("subject");
        Assert.Equal((2.5m, "worse", 1),
            (subject.Number("value"), subject.GetProperty("verdict").GetString(), subject.GetProperty("band").GetInt32()));
        Assert.Equal(published.GetProperty("subject").GetRawText(), answer.GetProperty("published").GetRawText());
        Assert.StartsWith("what-if", answer.GetProperty("councils").Of("council", "tameside").GetProperty("basis").GetString(),
            StringComparison.Ordinal);

        // 19 councils, one of which goes from 11.3 to 2.5: the mean goes down by a 19th of 8.8.
        Assert.Equal(19, answer.GetProperty("summary").GetProperty("count").GetInt32());
        var mean = published.GetProperty("summary").Number("mean")!.Value - (8.8m / 19);
        Assert.InRange(answer.GetProperty("summary").Number("mean")!.Value, mean - 0.001m, mean + 0.001m);
        Assert.Equal(2.5m, answer.GetProperty("summary").Number("min"));
        Assert.Equal(
            published.GetProperty("councils").EnumerateArray().Where(c => c.GetProperty("council").GetString() != "tameside")
                .Select(c => c.Number("value")),
            answer.GetProperty("councils").EnumerateArray().Where(c => c.GetProperty("council").GetString() != "tameside")
                .Select(c => c.Number("value")));
    }

    [Fact]
    public async Task A_council_without_a_figure_can_try_one_out_and_counts_give_it_an_interval()
    {
        var answer = await samples.App.Answer(
            "POST", "/comparisons/admissions-65plus-per-1000/what-if?year=2012-13&council=hackney",
            """{"numerator": 335, "denominator": 27429}""");
        var subject = answer.GetProperty("subject");
        Assert.Equal((12.2m, 10.940m, 13.594m), (subject.Number("value"), subject.Number("lower"), subject.Number("upper")));
        Assert.Equal("missing", answer.GetProperty("published").GetProperty("state").GetString());
        Assert.DoesNotContain("hackney", answer.GetProperty("summary").GetProperty("missing").Strings());
    }

    [Fact]
    public async Task Nothing_is_stored_kept_or_linked()
    {
        using var before = new TestApp(samples.App.Connection);
        var (state, blobs) = (await before.State(), await Blobs(before));
        using var answer = await samples.App.Send("POST", Address + Asked, new StringContent("""{"value": 99}"""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);

        using var after = new TestApp(samples.App.Connection);
        Assert.Equal(state, await after.State());
        Assert.Equal(blobs, await Blobs(after));
        Assert.Equal(11.3m, (await samples.App.Get("/comparisons/savings-pct-net-budget" + Asked)).GetProperty("subject").Number("value"));
    }

    [Fact]
    public async Task As_CSV_every_row_says_that_it_is_a_what_if()
    {
        using var answer = await samples.App.Send("POST", $"{Address}{Asked}&format=csv", new StringContent("""{"value": 2.5}"""));
        var rows = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("whatIf,metric,", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.StartsWith("true,", row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Address + Asked, "{}", 400, "figure-incomplete")]
    [InlineData(Address + Asked, "{\"numerator\": 4}", 400, "figure-incomplete")]
    [InlineData(Address + Asked, "{\"value\": 4, \"numerator\": 4, \"denominator\": 100}", 400, "figure-given-twice")]
    [InlineData(Address + Asked, "{\"numerator\": 4, \"denominator\": 0}", 400, "denominator-not-positive")]
    [InlineData(Address + Asked, "{\"value\": 1000000000001}", 400, "value-out-of-range")]
    [InlineData(Address + Asked, "{\"value\": \"4\"}", 400, "field-type")]
    [InlineData(Address + Asked, "{\"saving\": 4}", 400, "field-unknown")]
    [InlineData(Address + "?year=2012-13", "{\"value\": 4}", 400, "parameter-missing")]
    [InlineData(Address + Asked + "&store=true", "{\"value\": 4}", 400, "parameter-unknown")]
    [InlineData("/comparisons/savings-total/what-if" + Asked, "{\"numerator\": 4, \"denominator\": 4}", 400, "figure-not-a-ratio")]
    [InlineData("/comparisons/admissions-65plus-per-1000/what-if" + Asked, "{\"value\": -4}", 400, "value-out-of-range")]
    [InlineData("/comparisons/personal-budget-coverage/what-if" + Asked, "{\"numerator\": 5, \"denominator\": 4}", 400,
        "numerator-out-of-range")]
    [InlineData("/comparisons/happiness/what-if" + Asked, "{\"value\": 4}", 404, "metric-unknown")]
    [InlineData("/comparisons/savings-total/what-if?year=2012-13&council=atlantis", "{\"value\": 4}", 404, "council-unknown-in-year")]
    public async Task What_cannot_be_tried_out_is_a_problem_with_a_code(string address, string body, int status, string code) =>
        Assert.Equal((status, code), await samples.App.Problem("POST", address, body));

    private static async Task<string> Blobs(TestApp app)
    {
        var names = new List<string>();
        foreach (var container in new[] { app.Storage.Returns, app.Storage.Receipts, app.Storage.Snapshots })
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                names.Add($"{container.Name}/{blob.Name} {blob.Properties.ETag}");
            }
        }

        return string.Join('\n', names.Order(StringComparer.Ordinal));
    }
}
