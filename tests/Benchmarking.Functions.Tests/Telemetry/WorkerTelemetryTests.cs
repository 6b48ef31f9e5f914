using Azure.Storage.Queues.Models;
using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Telemetry;
using Benchmarking.Service.Tests.Work;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Telemetry;

/// <summary>What the published worker sends over OTLP, driven as a Functions host does.</summary>
public sealed class WorkerTelemetryTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Secret = "a-word-that-stands-only-in-the-return";
    private const string SecretAmount = "5912345";
    private const string Officer = "Octavia Hill";
    private const string Address = "/api/v1/returns/tameside/2012-13/savings";
    private const string Put = "PUT /api/v1/returns/{council}/{year}/{kind}";
    private const string HostsTrace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filing_is_one_trace_from_the_request_over_the_blob_and_the_queue_to_the_slices_that_are_served()
    {
        await using var receiver = await OtlpReceiver.Start();
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection, receiver.Settings);
        using var app = new TestApp(connection);
        await Send(worker, HttpMethod.Put, Address, Savings("5900000", "11.3"));
        var put = await Eventually.Found(() => receiver.Spans.SingleOrDefault(span => span.Name == Put));

        var blob = await app.Storage.Returns.GetBlobClient(TamesideSavings).GetPropertiesAsync(cancellationToken: Cancellation);
        Assert.Contains(put.Trace, blob.Value.Metadata[Traces.Field], StringComparison.Ordinal);
        PeekedMessage[] messages = await app.Storage.StaleSliceMessages.PeekMessagesAsync(32, Cancellation);
        Assert.NotEmpty(messages);
        Assert.All(messages, message => Assert.Contains(put.Trace, message.Body.ToString(), StringComparison.Ordinal));

        // The event and the messages come with traces of the host's own.
        Assert.Null(await TriggerHost.Deliver(worker, TamesideSavings, trace: HostsTrace));
        await new TriggerHost(connection).RunSlices(() => worker);
        var work = await Eventually.Found(() =>
            receiver.Spans.Where(span => span.Name is FunctionNames.IngestReturn or FunctionNames.RefreshSlice).ToArray() is var all
            && all.Count(span => span.Name == FunctionNames.IngestReturn) == 2 && all.Length > 2 + messages.Length ? all : null);
        Assert.All(work, span => Assert.Equal(put.Trace, span.Trace));
        var known = receiver.Spans.Select(span => span.Id).ToHashSet();
        Assert.All(work, span => Assert.Contains(span.Parent, known));
        await Eventually.True(() => receiver.Logs.Any(line => line.Event == nameof(Service.Log.ReturnTaken) && line.Trace == put.Trace));
        await Eventually.True(() => receiver.Logs.Any(line => line.Event == nameof(Service.Log.SliceServed) && line.Trace == put.Trace));
    }

    [Fact]
    public async Task An_invocation_goes_on_with_the_trace_of_its_host_where_the_file_carries_none()
    {
        await using var receiver = await OtlpReceiver.Start();
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection, receiver.Settings);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        Assert.Null(await TriggerHost.Deliver(worker, TamesideSavings, trace: HostsTrace));
        var ingest = await Eventually.Found(() => receiver.Spans.SingleOrDefault(span => span.Name == FunctionNames.IngestReturn));
        Assert.Equal(HostsTrace.Split('-')[1], ingest.Trace);
        Assert.Equal("True", worker.Channel.Capabilities["WorkerOpenTelemetryEnabled"]);
    }

    [Fact]
    public async Task Request_spans_have_the_name_of_the_services_own_route_and_neither_probes_nor_looks_for_work_are_told()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var worker = await WorkerProcess.Start(azurite.NewAccount(), receiver.Settings);
        foreach (var path in new[] { "/health/live", "/", "/api/v1/comparisons/savings-total?year=2012-13&peers=all", "/api/v1/nothing",
            "/api/v1/metrics" })
        {
            using var answer = await worker.Http.GetAsync(path, Cancellation);
        }

        await Eventually.Found(() => receiver.Spans.FirstOrDefault(span => span.Name == "GET /api/v1/metrics"));
        string[] requests = [.. receiver.Spans.Select(span => span.Name).Where(name => name.StartsWith("GET /", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        Assert.Equal(["GET /", "GET /api/v1/comparisons/{metric}", "GET /api/v1/metrics"], requests);
        Assert.DoesNotContain(receiver.Spans,
            span => span.Name.Contains("health", StringComparison.Ordinal) || span.Name.Contains("{*", StringComparison.Ordinal));

        // The address that nobody has: a call of storage is always part of work.
        Assert.Single(receiver.Spans, span => span.Name is "GET" or "HEAD" or "PUT" or "POST" or "DELETE" && span.Parent.Length == 0);
    }

    [Fact]
    public async Task Nothing_of_a_row_no_officer_and_no_key_is_in_what_is_sent()
    {
        await using var receiver = await OtlpReceiver.Start();
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection, receiver.Settings);
        const string Head = "financial_year,category,description,amount,unit,status,note\n";
        await Send(worker, HttpMethod.Put, Address, $"{Head}2012-13,total,{Secret},{SecretAmount},gbp,actual,{Secret}\n");
        await Send(worker, HttpMethod.Put, "/api/v1/returns/hackney/2012-13/savings",
            $"{Head}2012-13,totl,{Secret},{SecretAmount}x,gbp,actual,\n");
        await Send(worker, HttpMethod.Post, $"{Address}/sign-off",
            $$"""{"role":"section-151-officer","name":"{{Officer}}","revision":1}""");
        await new TriggerHost(connection).RunSlices(() => worker);

        await Eventually.Found(() => receiver.Logs.FirstOrDefault(line => line.Event == nameof(Service.Log.SignedByKey)));
        await Eventually.Found(() =>
            receiver.Logs.FirstOrDefault(line => line.Text.Contains("hackney/2012-13/savings.csv: rejected", StringComparison.Ordinal)));
        await Eventually.Found(() =>
            receiver.Points.FirstOrDefault(point => point.Metric == "benchmarking.returns" && point.Tags["status"] == "rejected"));
        await Eventually.Found(() => receiver.Points.FirstOrDefault(point => point.Metric == "benchmarking.slice.lag" && point.Value > 0));
        await Eventually.Found(() => receiver.Spans.FirstOrDefault(span => span.Name == FunctionNames.RefreshSlice));
        foreach (var told in new[] { receiver.Everything, string.Join('\n', worker.Lines) })
        {
            Assert.All([Secret, SecretAmount, Officer, worker.OperatorKey],
                secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        }
    }

    /// <summary>The status is the service's answer to a request whose token fired: a body that only broke off would be another.</summary>
    [Fact]
    public async Task A_request_whose_client_has_gone_is_broken_off()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var worker = await WorkerProcess.Start(azurite.NewAccount(), receiver.Settings);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = new EndlessContent() };
        request.Headers.Add("X-Api-Key", worker.OperatorKey);
        var invoked = new TaskCompletionSource<string>();
        request.Options.Set(ForwardedRequests.Invocation, invoked);
        var sending = worker.Http.SendAsync(request, gone.Token);
        await invoked.Task;
        await Eventually.True(() => receiver.Points.Any(point => point.Metric == "benchmarking.storage.call.duration"));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await Eventually.Found(() => receiver.Points.FirstOrDefault(point => point.Metric == "http.server.request.duration"
            && point.Tags.GetValueOrDefault("http.response.status_code") == "499"
                && point.Tags.GetValueOrDefault("http.request.method") == "PUT"));
        using var next = await worker.Http.GetAsync("/api/v1/metrics", Cancellation);
        Assert.True(next.IsSuccessStatusCode);
    }

    private static async Task Send(WorkerProcess worker, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body) };
        request.Headers.Add("X-Api-Key", worker.OperatorKey);
        using var answer = await worker.Http.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
