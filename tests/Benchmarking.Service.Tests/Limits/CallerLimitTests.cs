using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Limits;

/// <summary>What one caller can take from the server: requests, wrong keys, connections and time.</summary>
public sealed class CallerLimitTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Post = "POST /api/v1/returns/hackney/2012-13/savings/validation HTTP/1.1\r\nHost: x\r\n";

    private static readonly Uri Councils = new("/api/v1/councils?year=2012-13", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_300_wrong_keys_the_most_are_not_looked_up_and_the_log_has_one_line()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__WrongKeysPerMinute", "50"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Get(app, $"wrong key {i}")));

        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.InRange(refused.Length, 100, 250);
        Assert.All(answers.Except(refused), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        await IsTold(refused[0]);
        await app.WaitUntil("the log tells of it", () => Task.FromResult(app.Lines.Any(IsRefusal)));
        Assert.Single(app.Lines, IsRefusal);

        // Whoever shows no key is answered, and probes are.
        using var open = await Get(app, null);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_key_that_asks_too_much_waits_and_others_do_not()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__RequestsPerMinute", "60"));
        var council = app.Keys.GetProperty("councils").GetProperty("kent").GetString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => Get(app, app.Operator)));

        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), 60, 79);
        await IsTold(answers.First(answer => answer.StatusCode != HttpStatusCode.OK));
        using var other = await Get(app, council);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var probe = await app.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
        await app.WaitUntil("the key is answered again", async () =>
        {
            using var again = await Get(app, app.Operator);
            return again.StatusCode == HttpStatusCode.OK;
        });
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_body_that_drips_is_cut()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__BodySeconds", "2"));
        using var client = await Connect(app);
        await Send(client, $"{Post}Content-Length: 100000\r\n\r\nfin");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var drip = Drip(client, stop.Token);

        var answer = await Answer(client).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await stop.CancelAsync();
        await drip;

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("request-unreadable", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_on_which_nothing_is_asked_are_ended_and_no_more_are_held_than_allowed()
    {
        await using var app = await RunningApp.Start(
            azurite.NewAccount(), ("Benchmarking__Connections", "100"), ("Benchmarking__IdleSeconds", "2"));
        var idle = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Connect(app)));

        // Each is ended by the server: those above the number at once, the others when they have been idle.
        await Task.WhenAll(idle.Select(Ended)).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        await app.WaitUntil("the app answers", async () =>
        {
            using var answer = await Get(app, null);
            return answer.StatusCode == HttpStatusCode.OK;
        });
        Array.ForEach(idle, client => client.Dispose());
    }

    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("ffffffffffffffff")]
    [InlineData("xyz")]
    public async Task A_chunk_of_an_absurd_size_is_the_callers_fault(string size)
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        using var client = await Connect(app);
        await Send(client, $"{Post}Transfer-Encoding: chunked\r\n\r\n{size}\r\nfinancial_year\r\n0\r\n\r\n");

        var answer = await Answer(client).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    private static bool IsRefusal(string line) => line.Contains("Too many wrong keys", StringComparison.Ordinal);

    private static async Task IsTold(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json", "too-many-requests"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, problem.GetProperty("code").GetString()));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    private static Task<HttpResponseMessage> Get(RunningApp app, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Councils);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return app.Http.SendAsync(request, Cancellation);
    }

    private static async Task<TcpClient> Connect(RunningApp app)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Http.BaseAddress!.Port, Cancellation);
        return client;
    }

    private static async Task Send(TcpClient client, string text) =>
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), Cancellation);

    /// <summary>Everything that comes until the server ends the connection or is done.</summary>
    private static async Task<string> Answer(TcpClient client)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (await client.GetStream().ReadAsync(buffer, Cancellation) is var read and > 0)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            if (text.ToString().Contains("\"code\"", StringComparison.Ordinal))
            {
                break;
            }
        }

        return text.ToString();
    }

    private static async Task Drip(TcpClient client, CancellationToken stop)
    {
        // A slow client is one that keeps a pace; nothing waits for this.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            do
            {
                await client.GetStream().WriteAsync(new byte[100], stop);
            }
            while (await pace.WaitForNextTickAsync(stop));
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The server has ended it, or the test has seen enough.
        }
    }

    private static async Task Ended(TcpClient client)
    {
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], Cancellation));
        }
        catch (IOException)
        {
            // Cut without a farewell.
        }
    }
}
