using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The interface through the worker: the service's own pipeline answers, whichever function the host chose.</summary>
public sealed class HttpTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    private const string Comparison = "/api/v1/comparisons/savings-total?year=2012-13&peers=all";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WorkerProcess Worker => fixture.Worker;

    [Theory]
    [InlineData("GET", "/", 200, "text/html")]
    [InlineData("GET", Comparison, 200, "application/json")]
    [InlineData("GET", "/api/v1/nothing/here", 404, "application/problem+json")]
    [InlineData("GET", "/nothing", 404, "application/problem+json")]
    [InlineData("DELETE", "/api/v1/metrics", 405, "application/problem+json")]
    [InlineData("PATCH", Comparison, 405, "application/problem+json")]
    [InlineData("OPTIONS", "/api/v1/metrics", 405, "application/problem+json")]
    [InlineData("GET", "/api/v1/comparisons/savings-total?year=2012-14", 400, "application/problem+json")]
    [InlineData("GET", "/health/ready", 200, "application/json")]
    public async Task It_answers_as_the_service_does(string method, string path, int status, string type)
    {
        using var answer = await Worker.Forward(new HttpMethod(method), path, function: path.StartsWith("/api/v1/comparisons", StringComparison.Ordinal) ? "Comparisons" : "Web");
        Assert.Equal((status, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        if (type == "application/problem+json")
        {
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.NotEmpty(problem.GetProperty("code").GetString()!);
        }
    }

    [Fact]
    public async Task Whichever_function_the_host_chooses_the_inner_router_answers()
    {
        foreach (var function in new[] { "Web", "Councils", "Returns" })
        {
            using var answer = await Worker.Forward(HttpMethod.Get, "/api/v1/metrics/savings-total", function: function);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_upload_of_nearly_the_limit_is_checked_and_one_of_40_MB_is_413()
    {
        var row = "2012-13,reducing-bureaucracy,1000,gbp,actual,a note that makes the row longer than it was\n";
        var text = "financial_year,category,amount,unit,status,note\n" + string.Concat(Enumerable.Repeat(row, 9_900_000 / row.Length));
        using var large = await Worker.Forward(
            HttpMethod.Put, "/api/v1/returns/tameside/2012-13/savings", Worker.OperatorKey, new StringContent(text, Encoding.UTF8, "text/csv"), "Returns");
        Assert.Equal(HttpStatusCode.OK, large.StatusCode);

        using var tooLarge = await Worker.Forward(
            HttpMethod.Put, "/api/v1/returns/tameside/2012-13/savings", Worker.OperatorKey, new ByteArrayContent(new byte[40_000_000]), "Returns");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("application/problem+json", tooLarge.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_export_is_streamed_as_JSON_and_as_CSV()
    {
        using var json = await Worker.Forward(HttpMethod.Get, "/api/v1/exports/2012-13", function: "Exports");
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(await json.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("values").ValueKind);
        using var csv = await Worker.Forward(HttpMethod.Get, "/api/v1/exports/2012-13?format=csv", function: "Exports");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_answer_that_the_caller_has_is_304_through_the_worker_too()
    {
        using var first = await Worker.Forward(HttpMethod.Get, Comparison, function: "Comparisons");
        using var request = new HttpRequestMessage(HttpMethod.Get, Comparison);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await Worker.Forward(request, "Comparisons");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_caller_that_goes_away_in_the_middle_of_an_upload_leaves_the_worker_well()
    {
        var endless = new StreamContent(new EndlessStream());
        endless.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        await Assert.ThrowsAnyAsync<Exception>(() => Worker.Forward(
            HttpMethod.Put, "/api/v1/returns/tameside/2012-13/savings", Worker.OperatorKey, endless, "Returns", TimeSpan.FromMilliseconds(200)));
        using var after = await Worker.Forward(HttpMethod.Get, "/health/live");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    /// <summary>Sends a little and then waits for ever.</summary>
    private sealed class EndlessStream : Stream
    {
        private bool begun;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            begun = true;
            buffer.Span[0] = (byte)'x';
            return 1;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
