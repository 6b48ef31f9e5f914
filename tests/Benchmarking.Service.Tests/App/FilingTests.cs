using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Benchmarking.Core.Tests.Reading;
using Benchmarking.Service.Tests.CommandLine;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Returns filed in each of the three ways: HTTP, the container and the command line.</summary>
public sealed class FilingTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Good =
        "financial_year,category,amount,unit,status\n2012-13,total,5000000,gbp,actual\n2012-13,total,4.8,percent_of_net_budget,actual\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_faults_are_the_same_twelve_findings_at_every_door_and_the_accepted_return_goes_on_serving()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        foreach (var council in new[] { "hackney", "kent", "york" })
        {
            Assert.Equal("accepted",
                (await app.Put($"{council}/2012-13/savings", new StringContent(Good))).GetProperty("status").GetString());
        }

        var byPut = await app.Put("hackney/2012-13/savings", new StringContent(TwelveFaults.File));
        var byBlob = await ByBlob(app, "kent/2012-13/savings.csv");
        var byCommand = await ByCommand(app, "york/2012-13/savings.csv");

        foreach (var receipt in new[] { byPut, byBlob, byCommand })
        {
            Assert.Equal("rejected", receipt.GetProperty("status").GetString());
            Assert.Equal(12, receipt.GetProperty("findingsTotal").GetInt32());
            Assert.Equal(TwelveFaults.Findings, Findings(receipt));
            Assert.All(receipt.GetProperty("findings").EnumerateArray(),
                finding => Assert.NotEmpty(finding.GetProperty("expected").GetString()!));
        }

        await app.WaitUntilPublished();
        var total = await app.Get("/comparisons/savings-total?year=2012-13&peers=custom:hackney,kent,york");
        Assert.All(total.GetProperty("councils").EnumerateArray(),
            council => Assert.Equal(5_000_000m, council.GetProperty("value").GetDecimal()));
        var trend = await app.Get("/trends/savings-categories?peers=custom:hackney,kent,york");
        Assert.Equal(15_000_000m, Assert.Single(trend.GetProperty("years").EnumerateArray()).GetProperty("total").GetDecimal());
        Assert.Equal(0, (await app.Get("/trends/savings-categories?from=2013-14")).GetProperty("years").GetArrayLength());
    }

    [Fact]
    public async Task The_same_bytes_again_at_any_door_give_the_same_receipt()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var first = await app.Put("hackney/2012-13/savings", new StringContent(TwelveFaults.File));
        var again = await app.Put("hackney/2012-13/savings", new StringContent(TwelveFaults.File));
        Assert.Equal(first.GetRawText(), again.GetRawText());

        var history = await app.Get("/returns/hackney/2012-13/savings");
        Assert.Equal(1, history.GetProperty("revisions").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, history.GetProperty("revision").ValueKind);
    }

    [Fact]
    public async Task A_validation_finds_the_same_and_stores_nothing()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        using var answer = await app.Http.PostAsync(
            "/api/v1/returns/hackney/2012-13/savings/validation", new StringContent(TwelveFaults.File), Cancellation);
        var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

        Assert.Equal(TwelveFaults.Findings, Findings(receipt));
        Assert.Equal(JsonValueKind.Null, receipt.GetProperty("id").ValueKind);
        Assert.False((await app.Returns.GetBlobClient("hackney/2012-13/savings.csv").ExistsAsync(Cancellation)).Value);
        Assert.Equal(0, (await app.Get("/returns?year=2012-13")).GetProperty("returns").GetArrayLength());
    }

    [Fact]
    public async Task However_councils_really_write_their_files_the_values_are_right()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var observations = new TableClient(app.Connection, "Observations");
        foreach (var (council, content) in Variants())
        {
            var receipt = await app.Put($"{council}/2012-13/savings", new ByteArrayContent(content));
            Assert.True(receipt.GetProperty("status").GetString() == "accepted", $"{council}: {receipt}");

            var stored =
                await observations.GetEntityAsync<TableEntity>("savings-total|2012-13|actual", council, cancellationToken: Cancellation);
            Assert.Equal(1234500.5, stored.Value.GetDouble("Value"));
        }
    }

    [Fact]
    public async Task A_file_too_large_is_refused_at_the_door_and_gets_a_receipt_in_the_container()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var large = new byte[10_000_001];
        var byPut = await app.Put("hackney/2012-13/savings", new ByteArrayContent(large));
        Assert.Equal("file-too-large", byPut.GetProperty("code").GetString());

        await app.Returns.GetBlobClient("kent/2012-13/savings.csv").UploadAsync(BinaryData.FromBytes(large), Cancellation);
        var byBlob = await Receipt(app, "kent/2012-13/savings");
        Assert.Equal("file-too-large", byBlob.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    private static IEnumerable<(string Council, byte[] Content)> Variants()
    {
        const string header = "financial_year,category,amount,unit,status,note";
        const string row = "2012-13,total,\"£1,234,500.50\",gbp,actual,checked";
        var text = $"{header}\n{row}\n";
        var latin = Encoding.Latin1; // £ is the same byte in Windows-1252.
        yield return ("hackney", latin.GetBytes(text));
        yield return ("kent", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        yield return ("york", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]);
        yield return ("leeds", Encoding.UTF8.GetBytes(
            "financial_year;category;amount;unit;status\n2012-13;total;£1,234,500.50;gbp;actual\n"));
        yield return ("durham", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        yield return ("luton", Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        yield return ("poole", Encoding.UTF8.GetBytes(text.Replace("checked", "\"checked\nby two officers\"", StringComparison.Ordinal)));
        yield return ("bolton", Encoding.UTF8.GetBytes(
            "Financial Year\tCATEGORY\tAmount\tUnit\tStatus\n2012/13\tTotal\t1234500.50\tGBP\tActual\n"));
        yield return ("torbay", WorkbookFile.Of(
            "financial_year|category|amount|unit|status",
            WorkbookFile.Row(2, WorkbookFile.Text("2012-13"), WorkbookFile.Text("total"), WorkbookFile.Number("1234500.5"),
                WorkbookFile.Text("gbp"), WorkbookFile.Text("actual"))));
    }

    private static async Task<JsonElement> ByBlob(RunningApp app, string path)
    {
        var before = (await app.Get("/returns/kent/2012-13/savings")).GetProperty("receipt").GetString();
        await app.Returns.GetBlobClient(path).UploadAsync(BinaryData.FromString(TwelveFaults.File), overwrite: true, Cancellation);
        await app.WaitUntil(
            "the blob is taken in",
            async () => (await app.Get("/returns/kent/2012-13/savings")).GetProperty("receipt").GetString() != before);
        return await Receipt(app, "kent/2012-13/savings");
    }

    private static async Task<JsonElement> ByCommand(RunningApp app, string path)
    {
        using var run = new CommandRun();
        var file = run.Write(path, TwelveFaults.File);
        var code = await run.RunAsync("submit", file, "--json", "--url", app.Http.BaseAddress!.ToString(), "--key", app.Operator);
        Assert.Equal(1, code);
        return await Receipt(app, "york/2012-13/savings");
    }

    private static async Task<JsonElement> Receipt(RunningApp app, string path)
    {
        JsonElement filed = default;
        await app.WaitUntil($"{path} is filed", async () =>
        {
            filed = await app.Get($"/returns/{path}");
            return true;
        });
        using var keyed = app.AsOperator();
        return await keyed.GetFromJsonAsync<JsonElement>($"/api/v1/receipts/{filed.GetProperty("receipt").GetString()}", Cancellation);
    }

    private static string[] Findings(JsonElement receipt) =>
    [
        .. receipt.GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("code").GetString()} {finding.GetProperty("line").GetInt32()} "
                + $"{finding.GetProperty("column").GetString()} {finding.GetProperty("value").GetString()}"),
    ];
}
