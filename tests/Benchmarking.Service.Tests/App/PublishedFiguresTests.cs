using System.Net;
using System.Text;
using System.Text.Json;

namespace Benchmarking.Service.Tests.App;

/// <summary>What the service answers about the real figures. Expected numbers are the papers' own, or computed from the published
/// tables with an independent program.</summary>
public sealed class PublishedFiguresTests(SampleApp samples) : IClassFixture<SampleApp>
{
    private const string UnitCost = "residential-nursing-unit-cost-65plus";

    [Fact]
    public async Task The_LGA_programmes_percentages_are_those_of_its_report()
    {
        var answer = await samples.App.Get("/comparisons/savings-pct-net-budget?year=2012-13&peers=programme:asce-2012&council=tameside");
        var summary = answer.GetProperty("summary");

        Assert.Equal("actual", answer.GetProperty("status").GetString());
        Assert.Equal(19, summary.GetProperty("count").GetInt32());
        Assert.InRange(summary.GetProperty("mean").GetDecimal(), 5.90m, 5.94m);
        Assert.Equal(7m, summary.GetProperty("mode").GetDecimal());
        Assert.Equal(11.3m, summary.GetProperty("max").GetDecimal());
        Assert.Equal(11.3m, answer.GetProperty("subject").GetProperty("value").GetDecimal());
    }

    /// <summary>Taken in side by side in whatever order, and checked once more now that all others are accepted. The doubtful percentages
    /// of the report would be asked about if budgets of a year before had been published (SampleDiscrepancyTests of the core).</summary>
    [Fact]
    public async Task All_samples_are_accepted_and_held_against_each_other_raise_what_is_known_of_them()
    {
        var (found, kept) = (new List<string>(), new List<string>());
        foreach (var sample in SampleReturns.All)
        {
            using var content = new ByteArrayContent(sample.Content);
            using var answer = await samples.App.Http.PostAsync(
                $"/api/v1/returns/{Path.ChangeExtension(sample.Path, null)}/validation", content, TestContext.Current.CancellationToken);
            using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("accepted", receipt.RootElement.GetProperty("status").GetString());
            if (receipt.RootElement.GetProperty("findings").EnumerateArray()
                .Any(finding => finding.GetProperty("code").GetString() == "kept-not-published"))
            {
                kept.Add(sample.Path);
            }

            found.AddRange(receipt.RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("code").GetString() != "kept-not-published").Select(finding =>
                $"{sample.Path} {finding.GetProperty("line").GetInt32()} {finding.GetProperty("code").GetString()}: "
                    + $"{finding.GetProperty("value").GetString()}"));
        }

        Assert.Equal(
            [
                "kent/2012-13/savings.csv 2 not-stated: 9480000",
                "peterborough/2012-13/savings.csv 2 not-stated: 4100000",
                "tameside/2012-13/savings.csv 2 not-stated: 5900000",
            ],
            found);
        Assert.Equal(
            SampleReturns.All.Where(sample => Encoding.UTF8.GetString(sample.Content).Contains(",gross_", StringComparison.Ordinal))
                .Select(sample => sample.Path), kept);
        foreach (var year in new[] { "2011-12", "2012-13" })
        {
            Assert.All((await samples.App.Get($"/returns?year={year}")).GetProperty("returns").EnumerateArray(), filed =>
                Assert.Equal("accepted", filed.GetProperty("status").GetString()));
        }
    }

    [Fact]
    public async Task Councils_of_the_programme_without_a_figure_are_missing_and_none_is_nil()
    {
        var answer = await samples.App.Get("/comparisons/savings-pct-net-budget?year=2012-13&peers=programme:asce-2012");
        string[] missing = [.. answer.GetProperty("summary").GetProperty("missing").EnumerateArray().Select(slug => slug.GetString()!)];
        var councils = answer.GetProperty("councils").EnumerateArray().ToArray();

        Assert.Contains("cumbria", missing);
        Assert.Contains("hackney", missing);
        Assert.Equal(councils.Length, missing.Length + 19);
        Assert.All(councils, council =>
        {
            var value = council.GetProperty("value");
            Assert.Equal(missing.Contains(council.GetProperty("council").GetString()), value.ValueKind == JsonValueKind.Null);
            Assert.False(value.ValueKind == JsonValueKind.Number && value.GetDecimal() == 0m);
        });
    }

    [Theory]
    [InlineData("region:london", 33, 576.3, 601.1, 659.8, 627.094)]
    [InlineData("class:london-borough", 33, 576.3, 601.1, 659.8, 627.094)]
    [InlineData("class:metropolitan-district", 36, 448.65, 488.05, 520.25, 492.003)]
    [InlineData("class:shire-county", 27, 489.05, 513.9, 561.85, 527.704)]
    [InlineData("class:unitary-authority", 56, 461.7, 500.95, 563.475, 537.354)]
    [InlineData("all", 152, 474.65, 518.7, 593.375, 544.382)]
    public async Task Unit_costs_of_residential_care_have_the_quartiles_of_the_national_table(
        string peers, int count, decimal q1, decimal median, decimal q3, decimal mean)
    {
        var answer = await samples.App.Get($"/comparisons/{UnitCost}?year=2012-13&peers={peers}&council=hackney");
        var summary = answer.GetProperty("summary");

        Assert.Equal(count, summary.GetProperty("count").GetInt32());
        Assert.Equal(0, summary.GetProperty("missing").GetArrayLength());
        Assert.Equal(q1, summary.GetProperty("q1").GetDecimal());
        Assert.Equal(median, summary.GetProperty("median").GetDecimal());
        Assert.Equal(q3, summary.GetProperty("q3").GetDecimal());
        Assert.Equal(mean, summary.GetProperty("mean").GetDecimal());
        Assert.Equal(601.2m, answer.GetProperty("subject").GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task The_tri_borough_plan_has_its_printed_totals_shares_and_changes()
    {
        var answer = await samples.App.Get("/trends/savings-categories?peers=partnership:tri-borough&status=projected");
        var years = answer.GetProperty("years").EnumerateArray().ToArray();

        Assert.Equal(["2011-12", "2012-13", "2013-14", "2014-15"], years.Select(year => year.GetProperty("year").GetString()));
        decimal[] printed = [146_000m, 2_949_000m, 7_586_000m, 10_950_000m];
        Assert.All(years.Zip(printed),
            pair => Assert.InRange(pair.First.GetProperty("total").GetDecimal(), pair.Second - 1_000m, pair.Second + 1_000m));
        Assert.All(years, year => Assert.Equal(3, year.GetProperty("councils").GetInt32()));

        // 3,784 of 7,586 thousand is the impact on demand in 2013-14: 49.9 %, up from nothing the year before.
        var demand = years[2].GetProperty("categories").EnumerateArray()
            .Single(c => c.GetProperty("category").GetString() == "managing-demand");
        Assert.Equal(3_784_000m, demand.GetProperty("amount").GetDecimal());
        Assert.Equal(49.9m, demand.GetProperty("share").GetDecimal());
        Assert.Equal(49.9m, demand.GetProperty("changeInShare").GetDecimal());
    }

    [Fact]
    public async Task South_Tyneside_went_from_12_point_2_to_8_point_7_admissions()
    {
        var answer = await samples.App.Get("/trends/metrics/admissions-65plus-per-1000?council=south-tyneside");
        var years = answer.GetProperty("years").EnumerateArray();
        Assert.Equal([12.2m, 8.7m], years.Select(year => year.GetProperty("value").GetDecimal()));
        Assert.Equal("too-few-points", answer.GetProperty("direction").GetProperty("direction").GetString());
    }

    [Fact]
    public async Task A_permalink_gives_the_same_answer_again()
    {
        var first = await samples.App.Get("/comparisons/home-care-unit-cost?year=2012-13&peers=region:north-east&council=gateshead");
        var link = first.GetProperty("permalink").GetString()!;
        var again = JsonDocument.Parse(await samples.App.Http.GetStringAsync(link, TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(first.GetProperty("councils").GetRawText(), again.GetProperty("councils").GetRawText());
        Assert.Equal(link, again.GetProperty("permalink").GetString());
    }

    [Fact]
    public async Task The_same_answer_again_is_not_sent_again()
    {
        const string address = "/api/v1/comparisons/home-care-unit-cost?year=2012-13";
        using var first = await samples.App.Http.GetAsync(address, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await samples.App.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task CSV_and_JSON_show_the_same_figures()
    {
        const string address = "/comparisons/savings-pct-net-budget?year=2012-13&peers=programme:asce-2012";
        var json = await samples.App.Get(address);
        var csv = await samples.App.Http.GetStringAsync($"/api/v1{address}&format=csv", TestContext.Current.CancellationToken);
        var rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')).ToArray();
        var fromCsv = rows.Select(cells => (cells[9], cells[11]));
        var fromJson = json.GetProperty("councils").EnumerateArray()
            .Select(c =>
                (c.GetProperty("council").GetString()!,
                    c.GetProperty("value").ValueKind == JsonValueKind.Null ? "" : c.GetProperty("value").GetRawText()));
        Assert.Equal(fromJson, fromCsv);
    }

    [Theory]
    [InlineData("/comparisons/savings-pct-net-budget", 400, "parameter-missing")]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-14", 400, "year-unreadable")]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-13&colour=red", 400, "parameter-unknown")]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-13&status=done", 400, "status-unknown")]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-13&peers=region:atlantis", 400, "peers-unknown-group")]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-13&peers=nearest:15", 400, "peers-need-council")]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-13&council=atlantis", 404, "council-unknown-in-year")]
    [InlineData("/comparisons/savings-per-head?year=2012-13", 404, "metric-unknown")]
    [InlineData("/comparisons/savings-total?year=1999-00&basis=real", 400, "deflator-missing")]
    [InlineData("/comparisons/savings-total?year=2012-13&snapshot=ffffffffffffffff", 404, "snapshot-unknown")]
    [InlineData("/receipts/..%2F..%2Fkeys", 404, "receipt-unknown")]
    [InlineData("/councils/hackny", 404, "council-unknown")]
    [InlineData("/returns/hackney/2012-13/wages", 404, "kind-unknown")]
    [InlineData("/nowhere", 404, "route-unknown")]
    public async Task What_cannot_be_answered_is_a_problem_with_its_code(string address, int status, string code)
    {
        using var answer = await samples.App.Http.GetAsync($"/api/v1{address}", TestContext.Current.CancellationToken);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, body.GetProperty("code").GetString());
        Assert.Equal(status, body.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("PUT", "/returns/hackney/2012-13/savings")]
    [InlineData("POST", "/refreshes")]
    [InlineData("GET", "/operations/poison")]
    public async Task Endpoints_that_write_and_operations_stay_shut_without_a_key(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1{address}");
        using var answer = await samples.App.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_councils_key_files_for_that_council_only()
    {
        var hackney = samples.App.Keys.GetProperty("councils").GetProperty("hackney").GetString()!;
        var answer = await samples.App.Put("kent/2012-13/prices", new StringContent("x"), hackney);
        Assert.Equal("not-allowed", answer.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_first_page_shows_a_table_and_links_the_description_which_names_the_endpoints()
    {
        var page = await samples.App.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("<th scope=\"row\">Tameside</th><td>11.3</td>", page, StringComparison.Ordinal);
        Assert.Contains("/openapi/v1.json", page, StringComparison.Ordinal);

        var description = JsonDocument.Parse(await samples.App.Http.GetStringAsync("/openapi/v1.json",
            TestContext.Current.CancellationToken)).RootElement;
        var comparison = description.GetProperty("paths").GetProperty("/api/v1/comparisons/{metric}").GetProperty("get");
        Assert.Equal(
            ["metric", "year", "peers", "model", "council", "status", "basis", "target", "precision", "snapshot", "origin", "funnel", "format"],
            comparison.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }
}
