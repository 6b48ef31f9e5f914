using System.Text.Json;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class ReceiptTests
{
    private static readonly Receipt Rejected = new(
        "0123456789abcdef0123456789abcdef", "hackney/2012-13/savings.csv", "e3b0c442", 1234,
        new DateTimeOffset(2013, 11, 5, 9, 30, 0, TimeSpan.Zero), 7,
        ReturnStatus.Rejected, null, new FindingCounts(1, 0, 1), 2,
        [
            new Finding("amount-unreadable", Severity.Error, 3, "amount", "1,23,4", "a number", "Write the amount as a number."),
            new Finding("not-stated", Severity.Notice, null, null, null, "nothing", "Nothing need be done."),
        ],
        "taxonomy-1", "catalogue-1");

    [Fact]
    public void Its_json_has_the_names_and_codes_of_the_contract_and_no_others() =>
        Assert.Equal(
            """
            {"id":"0123456789abcdef0123456789abcdef","path":"hackney/2012-13/savings.csv","sha256":"e3b0c442","size":1234,
            "receivedAt":"2013-11-05T09:30:00Z","rows":7,"status":"rejected","revision":null,
            "counts":{"error":1,"query":0,"notice":1},"findingsTotal":2,"findings":[
            {"code":"amount-unreadable","severity":"error","line":3,"column":"amount","value":"1,23,4","expected":"a number","message":"Write the amount as a number."},
            {"code":"not-stated","severity":"notice","line":null,"column":null,"value":null,"expected":"nothing","message":"Nothing need be done."}],
            "taxonomyVersion":"taxonomy-1","catalogueVersion":"catalogue-1"}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(Rejected, PublishedJson.Options));

    [Fact]
    public void It_is_read_again_as_it_was_written()
    {
        var json = JsonSerializer.Serialize(Rejected, PublishedJson.Options);
        Assert.Equal(json,
            JsonSerializer.Serialize(JsonSerializer.Deserialize<Receipt>(json, PublishedJson.Options), PublishedJson.Options));
    }

    [Fact]
    public void The_same_upload_always_has_the_same_id_and_another_another()
    {
        // SHA-256 of "hackney/2012-13/savings.csv", "abc" and "1", one to a line, its first 32 digits
        const string Known = "6591ff89ce47bc14fefec5590e310122";
        Assert.Equal(Known, Receipt.IdFor("hackney/2012-13/savings.csv", "abc", 1));
        Assert.Distinct([
            Known, Receipt.IdFor("hackney/2012-13/savings.csv", "abc", 2), Receipt.IdFor("hackney/2012-13/savings.csv", "abd", 1),
            Receipt.IdFor("hackney/2012-13/budget.csv", "abc", 1), Receipt.IdFor("hackney/2012-13/savings.csv", "abc1", 1),
        ]);
    }

    [Fact]
    public void The_fingerprint_is_the_sha_256_of_the_bytes() =>
        // The published digest of no bytes at all.
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Receipt.Fingerprint([]));

    [Fact]
    public void Closed_vocabularies_are_written_as_codes_and_read_again()
    {
        AssertCodes("accepted", "needs-explanation", "rejected",
            [ReturnStatus.Accepted, ReturnStatus.NeedsExplanation, ReturnStatus.Rejected]);
        AssertCodes("error", "query", "notice", [Severity.Error, Severity.Query, Severity.Notice]);
        AssertCodes("actual", "projected", "target", [FigureStatus.Actual, FigureStatus.Projected, FigureStatus.Target]);
        AssertCodes("savings", "activity", "prices", [ReturnKind.Savings, ReturnKind.Activity, ReturnKind.Prices]);
        AssertCodes("missing", "not-applicable", "suppressed", [ValueState.Missing, ValueState.NotApplicable, ValueState.Suppressed]);
        AssertCodes("higher", "lower", "neutral", [Polarity.Higher, Polarity.Lower, Polarity.Neutral]);
        AssertCodes("gbp_millions", "percent_of_net_budget", "per_100000", [Unit.GbpMillions, Unit.PercentOfNetBudget, Unit.Per100000]);
    }

    [Theory]
    [InlineData(MetricUnit.Gbp, "gbp")]
    [InlineData(MetricUnit.Percent, "percent")]
    [InlineData(MetricUnit.Per1000, "per_1000")]
    [InlineData(MetricUnit.Count, "count")]
    [InlineData(MetricUnit.GbpPerWeek, "gbp_per_week")]
    [InlineData(MetricUnit.GbpPerHour, "gbp_per_hour")]
    public void Units_of_metrics_have_the_codes_in_which_figures_are_filed(MetricUnit unit, string code) =>
        Assert.Equal($"\"{code}\"", JsonSerializer.Serialize(unit, PublishedJson.Options));

    [Fact]
    public void Councils_and_years_are_plain_text()
    {
        Assert.Equal("\"2012-13\"", JsonSerializer.Serialize(FinancialYear.Parse("2012-13"), PublishedJson.Options));
        Assert.Equal("\"hackney\"", JsonSerializer.Serialize(CouncilCode.Parse("hackney"), PublishedJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FinancialYear>("\"2012-14\"", PublishedJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Severity>("\"fatal\"", PublishedJson.Options));
    }

    private static void AssertCodes<T>(string first, string second, string third, T[] values)
    {
        var json = JsonSerializer.Serialize(values, PublishedJson.Options);
        Assert.Equal($"""["{first}","{second}","{third}"]""", json);
        Assert.Equal(values, JsonSerializer.Deserialize<T[]>(json, PublishedJson.Options));
    }
}
