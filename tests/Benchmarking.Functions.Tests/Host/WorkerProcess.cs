using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarking.Functions.Tests.Host.Contract;
using Benchmarking.Functions.Tests.Publish;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The published worker with a host of the tests' own beside it: started, asked for its functions, told to load them, invoked, and ended
/// without warning. What a real host does with triggers is <see cref="FunctionsHost"/>'s.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication host;
    private readonly WorkerStream stream;
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private Dictionary<string, RpcFunctionMetadata> functions = [];

    private WorkerProcess(WebApplication host, WorkerStream stream, Process process, string folder)
    {
        (this.host, this.stream, this.process, Folder) = (host, stream, process, folder);
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Folder { get; }

    public HttpClient Http { get; private set; } = null!;

    /// <summary>From the start of the process to the answer of the first request.</summary>
    public TimeSpan TimeToFirstAnswer { get; private set; }

    public IReadOnlyCollection<RpcFunctionMetadata> Functions => functions.Values;

    /// <summary>What it has logged through the host and written to the console so far.</summary>
    public IReadOnlyList<string> Lines => [.. stream.Logs.Select(log => $"[{log.EventId}] {log.Message} {log.Exception?.Message}"), .. lines];

    public string OperatorKey => JsonDocument.Parse(File.ReadAllText(KeysFile(Folder))).RootElement.GetProperty("operator").GetString()!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WorkerProcess> Start(string connection, params (string Name, string? Value)[] settings)
    {
        var watch = Stopwatch.StartNew();
        var worker = await Launch(connection, settings);
        await worker.Within(worker.stream.Begun);
        var init = await worker.Within(worker.stream.Ask(
            nameof(StreamingMessage.ContentOneofCase.WorkerInitResponse),
            new StreamingMessage { WorkerInitRequest = new WorkerInitRequest { HostVersion = "4.1037.0", FunctionAppDirectory = await PublishedApp.Root() } }));
        Assert.Equal(1, init.WorkerInitResponse.Result.Status);
        worker.Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(init.WorkerInitResponse.Capabilities["HttpUri"]),
            Timeout = Patience,
        };
        await worker.Load();
        using var first = await worker.Eventually(() => worker.Forward(HttpMethod.Get, "/health/live"));
        worker.TimeToFirstAnswer = watch.Elapsed;
        return worker;
    }

    /// <summary>Starts it where it is expected to refuse; its exit code and what it wrote.</summary>
    public static async Task<(int Code, IReadOnlyList<string> Lines)> Refuse(string connection, params (string Name, string? Value)[] settings)
    {
        await using var worker = await Launch(connection, settings);
        await worker.process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return (worker.process.ExitCode, worker.Lines);
    }

    /// <summary>One invocation. Null where it succeeded, else why it counts as failed.</summary>
    public async Task<string?> Invoke(string function, InvocationRequest request, TimeSpan? cancelAfter = null)
    {
        request.FunctionId = functions[function].FunctionId;
        request.InvocationId = Guid.NewGuid().ToString();
        request.TraceContext ??= new RpcTraceContext();
        try
        {
            using var timeout = new CancellationTokenSource(cancelAfter ?? System.Threading.Timeout.InfiniteTimeSpan);
            await using var cancel = timeout.Token.Register(() => stream.Tell(
                new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } }));
            var answer = (await Within(stream.Ask(request.InvocationId, new StreamingMessage { InvocationRequest = request }))).InvocationResponse.Result;
            return answer.Status == 1 ? null : $"failed: {answer.Exception?.Message}";
        }
        catch (IOException gone)
        {
            return $"connection: {gone.Message}";
        }
    }

    /// <summary>A caller's request as the host passes it on: the request itself, and the invocation of the function that it chose.</summary>
    public async Task<HttpResponseMessage> Forward(
        HttpMethod method, string path, string? key = null, HttpContent? content = null, string function = "Web", TimeSpan? hangUpAfter = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return await Forward(request, function, hangUpAfter);
    }

    public async Task<HttpResponseMessage> Forward(HttpRequestMessage request, string function = "Web", TimeSpan? hangUpAfter = null)
    {
        var invocation = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(), FunctionId = functions[function].FunctionId, TraceContext = new RpcTraceContext(),
        };
        invocation.InputData.Add(new ParameterBinding { Name = "request", Data = new TypedData { String = "" } });
        request.Headers.Add("x-ms-invocation-id", invocation.InvocationId);
        var invoked = stream.Ask(invocation.InvocationId, new StreamingMessage { InvocationRequest = invocation });
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        either.CancelAfter(hangUpAfter ?? System.Threading.Timeout.InfiniteTimeSpan);
        var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        _ = invoked.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default);
        return answer;
    }

    /// <summary>As a host ends a worker that it no longer needs: first by word, then the process sees its stream end.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return process.ExitCode;
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        stream.Break();
    }

    /// <summary>May be asked for twice: a killed process is disposed of by whoever restarts it and at the end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        if (!process.HasExited)
        {
            await Kill();
        }

        stream.Break();
        await host.DisposeAsync();
        process.Dispose();
        Http?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Load()
    {
        var metadata = await Within(stream.Ask(
            nameof(StreamingMessage.ContentOneofCase.FunctionMetadataResponse),
            new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = await PublishedApp.Root() } }));
        functions = metadata.FunctionMetadataResponse.FunctionMetadataResults.ToDictionary(function => function.Name, StringComparer.Ordinal);
        foreach (var function in functions.Values)
        {
            var loaded = await Within(stream.Ask(
                function.FunctionId,
                new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function } }));
            Assert.True(loaded.FunctionLoadResponse.Result.Status == 1, loaded.FunctionLoadResponse.Result.Exception?.Message);
        }
    }

    /// <summary>The worker's own server may listen a moment after it says where.</summary>
    private async Task<HttpResponseMessage> Eventually(Func<Task<HttpResponseMessage>> ask)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < Patience)
            {
                await Task.Delay(20, Cancellation);
            }
        }
    }

    private async Task<T> Within<T>(Task<T> task)
    {
        await Within((Task)task);
        return await task;
    }

    private async Task Within(Task task)
    {
        var ended = process.WaitForExitAsync(Cancellation);
        var first = await Task.WhenAny(task, ended, Task.Delay(Patience, Cancellation));
        if (first == ended && !task.IsCompleted)
        {
            stream.Break();
            throw new IOException($"The worker ended: {string.Join('\n', Lines)}");
        }

        Assert.True(first == task || task.IsCompleted, $"The worker did not answer in time: {string.Join('\n', Lines)}");
        await task;
    }

    private static async Task<WorkerProcess> Launch(string connection, (string Name, string? Value)[] settings)
    {
        var root = await PublishedApp.Root();
        var stream = new WorkerStream();
        var address = $"http://127.0.0.1:{Azurite.FreePort().ToString(CultureInfo.InvariantCulture)}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(stream);
        var host = builder.Build();
        host.MapGrpcService<WorkerStream>();
        await host.StartAsync();
        var folder = Directory.CreateTempSubdirectory("benchmarking-worker-").FullName;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            Path.Combine(root, "Benchmarking.Functions.dll"), "--functions-uri", $"{address}/", "--functions-worker-id", "worker",
            "--functions-request-id", "start", "--functions-grpc-max-message-length", "2147483647",
        })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in SampleSettings()
            .Concat([("Storage", connection), ("AzureWebJobsStorage", connection), ("FUNCTIONS_APPLICATION_DIRECTORY", root)])
            .Concat([("Benchmarking__KeysFile", KeysFile(folder))]).Concat(settings))
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(host, stream, Process.Start(start)!, folder);
    }

    /// <summary>The values of the settings sample, as a host has them in its environment.</summary>
    private static IEnumerable<(string Name, string? Value)> SampleSettings()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")));
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => (value.Name, value.Value.GetString()))];
    }

    private static string KeysFile(string folder) => Path.Combine(folder, "keys.json");
}
