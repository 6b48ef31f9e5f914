using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Good returns of as many rows as their size allows, by PUT and as a blob: accepted, published, and every line behind a figure
/// can be named.</summary>
public sealed class LongReturnsTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int MostBytes = 10_000_000;

    private static readonly string[] Categories = ["prevention", "managing-demand", "other"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The notes make 28,000 rows 9.5 MB, as the return was that once ended as poison.</summary>
    [Theory]
    [InlineData(5_000, 1_700)]
    [InlineData(28_000, 280)]
    [InlineData(100_000, 45)]
    public async Task A_good_return_is_accepted_published_and_traceable(int rows, int note)
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var file = Encoding.ASCII.GetBytes(Return(rows, note));
        Assert.InRange(file.Length, 7_000_000, MostBytes);
        var watch = Stopwatch.StartNew();
        var byPut = await app.Put("hackney/2012-13/savings", new ByteArrayContent(file));
        var (put, memory) = (watch.Elapsed, app.PeakMemory);
        Assert.Equal(("accepted", rows), (byPut.GetProperty("status").GetString(), byPut.GetProperty("rows").GetInt32()));

        await app.Returns.GetBlobClient("kent/2012-13/savings.csv").UploadAsync(BinaryData.FromBytes(file), Cancellation);
        await app.WaitUntil("the blob is taken in", async () =>
            (await app.Http.GetAsync("/api/v1/returns/kent/2012-13/savings", Cancellation)).IsSuccessStatusCode
            && (await app.Get("/returns/kent/2012-13/savings")).GetProperty("revision").ValueKind == JsonValueKind.Number);
        await app.WaitUntilPublished();
        TestContext.Current.SendDiagnosticMessage(
            $"{rows} rows, {file.Length} bytes: PUT {put.TotalSeconds:0.0} s, peak of the process {memory / 1_000_000} MB; "
            + $"blob and all published after {watch.Elapsed.TotalSeconds:0.0} s.");

        // Row n saves £n: the sum of 1 to n, and of every third.
        await Holds(app, "savings-total", rows * (rows + 1m) / 2, [.. Enumerable.Range(2, rows)]);
        int[] others = [.. Enumerable.Range(1, rows).Where(n => Categories[n % Categories.Length] == "other")];
        await Holds(app, "savings-share-other", null, others.Select(n => n + 1).Concat(Enumerable.Range(2, rows)).Distinct().Order());
        using var keyed = app.AsOperator();
        Assert.Equal("""{"poison":[]}""", await keyed.GetStringAsync("/api/v1/operations/poison", Cancellation));
    }

    /// <summary>Lines with gaps between them: more ranges than an answer shows, and a list beside the receipt that has them all.</summary>
    [Fact]
    public async Task Lines_in_more_ranges_than_an_answer_shows_are_listed_beside_the_receipt()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var receipt = await app.Put("hackney/2012-13/savings", new StringContent(Mixed(5_000)));
        await app.WaitUntilPublished();
        var source = await Source(app, "savings-recurrent-share", "hackney");
        Assert.Equal(
            (receipt.GetProperty("id").GetString(), 2_500, "3,5,7,9,11,13,15,17,19,21,23,25,27,29,31,33,35,37,39,41"),
            (source.GetProperty("receipt").GetString(), source.GetProperty("rows").GetInt32(), source.GetProperty("lines").GetString()));

        var address = $"/receipts/{receipt.GetProperty("id").GetString()}/lines/{source.GetProperty("list").GetString()}";
        var every = string.Join(',', Enumerable.Range(1, 2_500).Select(n => (2 * n + 1).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(every, (await app.Get(address)).GetProperty("lines").GetString());
        var csv = await app.Http.GetStringAsync($"/api/v1{address}?format=csv", Cancellation);
        Assert.StartsWith("first,last\r\n3,3\r\n5,5\r\n", csv, StringComparison.Ordinal);
        var elsewhere = $"/api/v1/receipts/{receipt.GetProperty("id").GetString()}/lines/..%2Freceipt.json";
        Assert.Equal(404, (int)(await app.Http.GetAsync(elsewhere, Cancellation)).StatusCode);
    }

    private static async Task Holds(RunningApp app, string metric, decimal? value, IEnumerable<int> lines)
    {
        var wanted = Core.Normalising.SourceLines.Of(lines);
        foreach (var council in new[] { "hackney", "kent" })
        {
            var figure = await Figure(app, metric, council);
            Assert.True(value is null || figure.GetProperty("value").GetDecimal() == value, $"{metric} of {council}: {figure}");
            var source = Assert.Single(figure.GetProperty("sources").EnumerateArray());
            Assert.Equal((wanted.Count, wanted.Shown), (source.GetProperty("rows").GetInt32(), source.GetProperty("lines").GetString()));
        }

        Assert.InRange(
            (await app.Http.GetByteArrayAsync($"/api/v1/comparisons/{metric}?year=2012-13", Cancellation)).Length, 1_000, 500_000);
    }

    private static async Task<JsonElement> Source(RunningApp app, string metric, string council) =>
        Assert.Single((await Figure(app, metric, council)).GetProperty("sources").EnumerateArray());

    private static async Task<JsonElement> Figure(RunningApp app, string metric, string council) =>
        (await app.Get($"/comparisons/{metric}?year=2012-13")).GetProperty("councils").EnumerateArray().Single(
            figure => figure.GetProperty("council").GetString() == council);

    /// <summary>Row n, on line n + 1, saves £n in the category whose turn it is.</summary>
    private static string Return(int rows, int note)
    {
        var text = new StringBuilder("financial_year,category,description,amount,unit,status,note\n");
        for (var n = 1; n <= rows; n++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"2012-13,{Categories[n % Categories.Length]},Scheme {n},{n},gbp,actual,{new string('x', note)}\n");
        }

        return text.ToString();
    }

    /// <summary>Every second row says whether its saving recurs.</summary>
    private static string Mixed(int rows) =>
        "financial_year,category,description,amount,unit,status,recurrence\n"
        + string.Concat(
            Enumerable.Range(1, rows).Select(n => $"2012-13,prevention,Scheme {n},{n},gbp,actual,{(n % 2 == 0 ? "recurrent" : "")}\n"));
}
