using System.Text.Json;
using Benchmarking.CommandLine.Output;

namespace Benchmarking.Service.Tests.CommandLine;

/// <summary>A comparison as the service publishes it, as it is read by people.</summary>
public class ComparisonReportTests
{
    private const string Route = "/api/v1/comparisons/net-budget-per-resident";

    private const string Comparison = """
        {"metric":"net-budget-per-resident","label":"Net budget per resident","definition":"Net budget over residents.","unit":"gbp",
         "polarity":"neutral","denominator":"Residents","source":"Budget returns","caveats":["Follows need."],"year":"2012-13",
         "status":"actual","basis":"real","basisNote":"In prices of 2023-24. HM Treasury.","peerGroup":{"code":"all","label":"All councils, 2012-13"},
         "summary":{"count":3,"missing":["york"],"mean":1247.21,"pooled":1200,"pooledCouncils":2,"median":1100.5,"mode":null,"modes":[],
          "modeDecimals":0,"q1":null,"q3":null,"min":-5,"max":12345.60,"standardDeviation":1,"trimmedMean":9,
          "kinds":{"mean":"Mean of councils: each council counts once.","pooled":"Pooled ratio.","median":"Median of councils.","quartiles":"Quartiles; not under four.",
           "mode":"Commonest value.","standardDeviation":"Sample standard deviation."}},
         "subject":{"council":"kent","name":"Kent","value":1100.50,"state":"derived","percentile":50.0,"band":2,"bandMeaning":"second quarter from below",
          "verdict":"similar","modifiedZ":0.10,"outlier":false,"lower":1000,"upper":1200,"intervalMethod":"Byar, 95 %","rag":null,
          "ragRule":"Neutral: no colour.","note":"Kept."},
         "councils":[
          {"council":"kent","name":"Kent","value":1100.50,"state":"derived","band":2,"bandMeaning":"second","lower":null,"upper":null,"basis":"net / all"},
          {"council":"barnet","name":"Barnet","value":-5,"state":"reported","band":1,"bandMeaning":"first","lower":null,"upper":null,"basis":"as filed"},
          {"council":"essex","name":"Essex","value":12345.60,"state":"derived","band":4,"bandMeaning":"fourth","lower":null,"upper":null,"basis":"net / all"},
          {"council":"york","name":"York","value":null,"state":"missing","band":null,"bandMeaning":null,"lower":null,"upper":null,"basis":null}],
         "permalink":"/api/v1/x?y=1"}
        """;

    [Theory]
    [InlineData("[]", "[]", "")]
    [InlineData("[\"york\"]", "[]", "1 more have no figure.")]
    [InlineData("[]", "[\"kent\",\"essex\"]", "2 more have a figure that is withheld.")]
    [InlineData("[\"york\"]", "[\"kent\"]", "1 more have no figure, and 1 a figure that is withheld.")]
    public void Who_counts_nowhere_is_told_beside_who_counts_and_has_no_line_without_a_number(
        string missing, string suppressed, string words)
    {
        var summary = JsonDocument.Parse($$"""{"count":3,"missing":{{missing}},"suppressed":{{suppressed}},"mean":1.5}""").RootElement;
        var rows = SummaryTable.Of(summary).Rows;
        Assert.Equal([["councils", "3", words], ["mean", "1.5", ""]], rows);
    }

    [Fact]
    public async Task It_reads_as_a_page()
    {
        await using var service = await StubService.StartAsync();
        Assert.Equal(
            $$"""
            Net budget per resident
            net-budget-per-resident, 2012-13, actual, peers: All councils, 2012-13
            Net budget over residents.
            Unit: gbp. Neither higher nor lower is better.
            Real terms. In prices of 2023-24. HM Treasury.
            Denominator: Residents.
            Source: Budget returns.

            summary                 value  what it is
            ------------------  ---------  ---------------------------
            councils                    3  1 more have no figure.
            mean                 1,247.21  Mean of councils.
            pooled                  1,200  Pooled ratio. Councils: 2.
            median                1,100.5  Median of councils.
            mode                        –  Commonest value. Places: 0.
            lowest                     -5
            lower quartile              –  Quartiles.
            upper quartile              –  Quartiles.
            highest             12,345.60
            standard deviation          1  Sample standard deviation.
            trimmed mean                9

            Kent: £1,100.50 (derived), second quarter from below, similar to the median of the peers (£1,100.5).
            Percentile 50.0 (mid-rank). Modified z 0.10, not an outlier.
            Byar, 95 %: £1,000 to £1,200.
            RAG: not rated. Neutral: no colour.
            note: Kept.

               council      value  state     band    basis
            -  -------  ---------  --------  ------  -----
            >  Kent      1,100.50  derived   second  a
               Barnet          -5  reported  first   b
               Essex    12,345.60  derived   fourth  a
               York             –  missing   –       –
            a: net / all
            b: as filed

            Missing (1): york
            Caveat: Follows need.
            Link:
            {{service.Address}}/api/v1/x?y=1

            """,
            await Printed(service, Comparison),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_tie_of_commonest_values_is_said()
    {
        await using var service = await StubService.StartAsync();
        var tied = Comparison.Replace("\"modes\":[]", "\"modes\":[4.5,4.8]", StringComparison.Ordinal);
        Assert.Contains("Commonest value. Places: 0. Several tie: 4.5, 4.8.", await Printed(service, tied), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("better", "percent", "1,100.50 % (derived), second quarter from below, better than the median of the peers (1,100.5 %).")]
    [InlineData("worse", "per_1000",
        "1,100.50 per 1,000 (derived), second quarter from below, worse than the median of the peers (1,100.5 per 1,000).")]
    [InlineData("higher", "gbp_per_week",
        "£1,100.50 a week (derived), second quarter from below, higher than the median of the peers (£1,100.5 a week).")]
    [InlineData("lower", "gbp_per_hour",
        "£1,100.50 an hour (derived), second quarter from below, lower than the median of the peers (£1,100.5 an hour).")]
    [InlineData("not-compared", "count",
        "1,100.50 (derived), second quarter from below, not compared with the median of the peers (1,100.5).")]
    public async Task The_position_is_a_sentence_with_its_unit(string verdict, string unit, string sentence)
    {
        await using var service = await StubService.StartAsync();
        var json = Comparison.Replace("similar", verdict, StringComparison.Ordinal)
            .Replace("\"gbp\"", $"\"{unit}\"", StringComparison.Ordinal);
        Assert.Contains($"Kent: {sentence}", await Printed(service, json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_without_a_figure_has_none()
    {
        await using var service = await StubService.StartAsync();
        var output = await Printed(service,
            """{"subject":{"council":"york","name":"York","value":null,"state":"missing","verdict":"not-compared"},"councils":[]}""");
        Assert.Contains("York: no figure (missing).", output, StringComparison.Ordinal);
        Assert.DoesNotContain("median", output, StringComparison.Ordinal);
    }

    private static async Task<string> Printed(StubService service, string json)
    {
        service.On("GET", Route, json);
        using var run = new CommandRun();
        Assert.Equal(0, await run.RunAgainstAsync(service, "compare", "net-budget-per-resident", "--year", "2012-13"));
        return run.Output;
    }
}
