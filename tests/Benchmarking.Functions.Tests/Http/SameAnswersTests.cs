using System.Globalization;
using System.Net;
using System.Text;
using Benchmarking.Core;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Functions.Tests.Http;

/// <summary>What the published worker answers, a request forwarded as a Functions host does, is what the service answers under
/// Kestrel.</summary>
public sealed class SameAnswersTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>, IAsyncLifetime
{
    private const string Host = "benchmarking.example.test";

    private static readonly FinancialYear Year = new(2012);

    private InProcessService service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await InProcessService.Start(fixture.App.Connection, fixture.Worker.OperatorKey);

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/api/v1/comparisons/savings-pct-net-budget?year=2012-13&peers=all", 200)]
    [InlineData("HEAD", "/api/v1/comparisons/savings-pct-net-budget?year=2012-13&peers=all", 200)]
    [InlineData("GET", "/api/v1/comparisons/savings-pct-net-budget?year=2012", 400)]
    [InlineData("GET", "/api/v1/operations/poison", 401)]
    [InlineData("GET", "/nothing/here", 404)]
    [InlineData("HEAD", "/api/v1/nothing", 404)]
    [InlineData("POST", "/api/v1/metrics", 405)]
    [InlineData("OPTIONS", "/api/v1/metrics", 405)]
    [InlineData("TRACE", "/", 405)]
    public async Task Statuses_headers_and_bodies_are_the_same(string method, string path, int status)
    {
        using var expected = await Send(service.Http, method, path);
        using var actual = await Send(fixture.Worker.Http, method, path);
        Assert.Equal(status, (int)actual.StatusCode);
        Assert.Equal(await Told(expected), await Told(actual));
        Assert.Null(await Outcome(actual));
    }

    [Fact]
    public async Task A_good_return_of_nearly_ten_megabytes_is_accepted()
    {
        var file = Encoding.ASCII.GetBytes(LongReturn(28_000, 9_900_000));
        Assert.InRange(file.Length, 9_850_000, 9_950_000);
        using var answer = await Send(fixture.Worker.Http, "PUT", "/api/v1/returns/hackney/2012-13/savings", new ByteArrayContent(file));
        var receipt = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"status\":\"accepted\"", receipt, StringComparison.Ordinal);
        Assert.Contains("\"rows\":28000", receipt, StringComparison.Ordinal);
    }

    /// <summary>The answer is longer than what client, worker and the connection between them hold back: it cannot have ended while nobody
    /// reads on.</summary>
    [Fact]
    public async Task An_export_is_streamed_and_is_the_same_byte_for_byte()
    {
        await ServeEverything(fixture.App);
        const string Path = "/api/v1/exports/2012-13";
        using var expected = await Send(service.Http, "GET", Path);
        var whole = await expected.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.True(whole.Length > 8_000_000, $"The export has {whole.Length} bytes.");

        using var actual = await Send(fixture.Worker.Http, "GET", Path);
        await using var body = await actual.Content.ReadAsStreamAsync(Cancellation);
        using var read = new MemoryStream();
        var first = new byte[1_000];
        await body.ReadExactlyAsync(first, Cancellation);
        var outcome = Outcome(actual);
        Assert.False(outcome.IsCompleted, "The whole answer was there before its first bytes were read.");
        read.Write(first);
        await body.CopyToAsync(read, Cancellation);
        Assert.Null(await outcome);
        Assert.True(read.ToArray().AsSpan().SequenceEqual(whole), "The worker's export differs.");
    }

    private async Task<HttpResponseMessage> Send(HttpClient http, string method, string path, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = body };
        request.Headers.Host = Host;
        if (body is not null || path.Contains("exports", StringComparison.Ordinal))
        {
            request.Headers.Add("X-Api-Key", fixture.Worker.OperatorKey);
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    private static Task<string?> Outcome(HttpResponseMessage answer) =>
        answer.RequestMessage!.Options.TryGetValue(ForwardedRequests.Outcome, out var outcome)
            ? outcome
            : Task.FromResult<string?>("not invoked");

    /// <summary>An answer but for what two servers may not have in common: the time, the framing, and the reference of a problem.</summary>
    private static async Task<string> Told(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        if (body.IndexOf("\"traceId\"", StringComparison.Ordinal) is var at and >= 0)
        {
            body = body[..at];
        }

        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{body}";
    }

    private static string LongReturn(int rows, int bytes)
    {
        var text = new StringBuilder("financial_year,category,description,amount,unit,status,note\n");
        var note = new string('x', (bytes / rows) - 66);
        for (var n = 1; n <= rows; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2012-13,prevention,Scheme {n:D5} of this return,{n:D7},gbp,actual,{note}\n");
        }

        return text.ToString();
    }

    /// <summary>A value of every council in every slice of a year.</summary>
    private static async Task ServeEverything(TestApp app)
    {
        var reference = ReferenceData.Current;
        var keys = from metric in reference.Metrics.All
            from status in Enum.GetValues<FigureStatus>() select new SliceKey(metric.Code, Year, status);
        await Parallel.ForEachAsync(keys, Cancellation, async (key, stop) =>
        {
            var figures = reference.Councils.In(Year).Select((council, n) => new Observation(
                key.Metric, Year, key.Status, council.Code, ValueState.Reported, n + 0.25m, null, null, "of this test", [], []));
            var slice = RefreshPipeline.Refresh(key, figures, [], reference);
            await app.Slices.Save(slice, stop);
            Assert.True(await app.Slices.Serve(await app.Slices.Pointer(key, stop), slice, stop));
        });
    }
}
