using System.Net;
using System.Text.Json;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>What an officer gets back: the receipt as a page, the file with its findings, and the templates.</summary>
public sealed class ReceiptEndpointTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (string Address, int Status, string Code)[] Wrong =
    [
        ("/receipts/0123456789abcdef0123456789abcdef/workbook", 404, "receipt-unknown"),
        ("/receipts/..%2F..%2Fkeys/workbook", 404, "receipt-unknown"),
        ("/receipts/0123456789abcdef0123456789abcdef/workbook?format=json", 400, "format-unknown"),
        ("/receipts/0123456789abcdef0123456789abcdef?format=xml", 400, "format-unknown"),
        ("/templates/budget?format=text", 400, "format-unknown"),
        ("/templates/taxes?format=xlsx", 404, "kind-unknown"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rejected_file_comes_back_as_a_page_a_list_and_a_workbook_that_can_be_put_right_and_sent_again()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var receipt =
            $"/receipts/{(await app.Put("hackney/2012-13/savings", new StringContent(TwelveFaults.File))).GetProperty("id").GetString()}";

        var page = await Ask(app, receipt, accept: "text/plain");
        Assert.Equal(("text/plain", true),
            (page.Content.Headers.ContentType!.MediaType, (await Text(page)).Contains("REJECTED.", StringComparison.Ordinal)));
        Assert.Equal(await Text(page), await Text(await Ask(app, $"{receipt}?format=text")));
        Assert.Equal("application/json",
            (await Ask(app, receipt, accept: "application/json, text/plain, */*")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(13,
            (await Text(await Ask(app, receipt, accept: "text/csv"))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var book = await Ask(app, $"{receipt}/workbook");
        Assert.Equal((Xlsx, "attachment"),
            (book.Content.Headers.ContentType!.MediaType, book.Content.Headers.ContentDisposition!.DispositionType));
        var bytes = await book.Content.ReadAsByteArrayAsync(Cancellation);
        var rows = FiledSheet.Of(ReturnKind.Savings, bytes, ReadingLimits.Default)!.Rows;
        Assert.Equal(TwelveFaults.File.TrimEnd('\n').Split('\n').Length, rows.Count);
        Assert.StartsWith("findings", rows[0][^1], StringComparison.Ordinal);
        Assert.Contains(rows, row => row[^1].StartsWith("ERROR in ", StringComparison.Ordinal));

        using var stranger = await app.Http.GetAsync($"/api/v1{receipt}/workbook", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);

        var csv = await (await Ask(app, $"{receipt}/workbook?format=csv")).Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(rows.Select(row => row[^1]),
            FiledSheet.Of(ReturnKind.Savings, csv, ReadingLimits.Default)!.Rows.Select(row => row.Length == rows[0].Length ? row[^1] : ""));

        using var same = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{receipt}/workbook");
        same.Headers.Add("X-Api-Key", app.Operator);
        same.Headers.IfNoneMatch.Add(book.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await app.Http.SendAsync(same, Cancellation)).StatusCode);

        var again = await app.Put("hackney/2012-13/savings", new ByteArrayContent(bytes));
        var codes = again.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!);
        Assert.Equal(TwelveFaults.Findings.Select(finding => finding.Split(' ')[0]), codes);
    }

    [Fact]
    public async Task What_there_is_not_is_a_problem_that_says_so()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        foreach (var (address, status, code) in Wrong)
        {
            var answer = await Ask(app, address);
            using var problem = JsonDocument.Parse(await Text(answer));
            Assert.Equal((address, status, code), (address, (int)answer.StatusCode, problem.RootElement.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_template_is_csv_or_a_workbook_and_neither_is_taken_with_its_examples()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        foreach (var kind in Codes.All<ReturnKind>())
        {
            var csv = await Ask(app, $"/templates/{kind}");
            Assert.Equal(("text/csv", true), (csv.Content.Headers.ContentType!.MediaType, csv.Headers.ETag is not null));
            Assert.Equal(["template-example", "template-example"], await Found(app, kind, csv));
            var book = await Ask(app, $"/templates/{kind}?format=xlsx");
            Assert.Equal(Xlsx, book.Content.Headers.ContentType!.MediaType);
            Assert.Equal(["template-example", "template-example"], await Found(app, kind, book));
        }
    }

    private static async Task<IReadOnlyList<string?>> Found(RunningApp app, string kind, HttpResponseMessage template)
    {
        var content = new ByteArrayContent(await template.Content.ReadAsByteArrayAsync(Cancellation));
        var receipt = await app.Put($"hackney/2012-13/{kind}", content);
        return [.. receipt.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString())];
    }

    private static async Task<HttpResponseMessage> Ask(RunningApp app, string address, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{address}");
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        request.Headers.Add("X-Api-Key", app.Operator);
        return await app.Http.SendAsync(request, Cancellation);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync(Cancellation);
}
