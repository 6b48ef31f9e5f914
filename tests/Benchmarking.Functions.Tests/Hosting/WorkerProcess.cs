using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarking.Functions.Tests.Hosting.Contract;
using Benchmarking.Functions.Tests.Package;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>The published worker as a Functions host starts it, and the host's end of its gRPC stream. Its environment is the host's:
/// nothing of the tests' own.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly WebApplication host;
    private readonly WorkerChannel channel;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly string folder;
    private int disposed;

    private WorkerProcess(Process process, WebApplication host, WorkerChannel channel, string folder)
    {
        (this.process, this.host, this.channel, this.folder) = (process, host, channel, folder);
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public WorkerChannel Channel => channel;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>From the process's start until its functions are loaded.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <summary>What it wrote to the console and what it logged to its host.</summary>
    public IReadOnlyList<string> Lines => [.. lines, .. channel.Log];

    public string OperatorKey => JsonDocument.Parse(File.ReadAllText(KeysFile(folder))).RootElement.GetProperty("operator").GetString()!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WorkerProcess> Start(string connection, params (string Name, string? Value)[] settings)
    {
        await PublishedApp.Root();
        var watch = Stopwatch.StartNew();
        var worker = await Launch(connection, settings);
        var greeting = worker.channel.Greet(await PublishedApp.Root());
        var died = worker.process.WaitForExitAsync(Cancellation);
        var first = await Task.WhenAny(greeting, died).WaitAsync(Patience, Cancellation);
        Assert.True(first == greeting, string.Join('\n', worker.Lines));
        await greeting;
        worker.TimeToReady = watch.Elapsed;
        worker.Http =
            new HttpClient(new ForwardedRequests(worker.channel)) { BaseAddress = new Uri(worker.channel.Capabilities["HttpUri"]),
                Timeout = Patience };
        return worker;
    }

    /// <summary>Starts it where it is expected to refuse; its exit code and what it wrote.</summary>
    public static async Task<(int Code, string Said)> Refuse(string connection, params (string Name, string? Value)[] settings)
    {
        await using var worker = await Launch(connection, settings);
        await worker.process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return (worker.process.ExitCode, string.Join('\n', worker.Lines));
    }

    public Task<string?> Invoke(string function, string parameter, TypedData data, string? id = null, string? trace = null)
    {
        var invocation = new InvocationRequest
        {
            InvocationId = id ?? Guid.NewGuid().ToString(),
            FunctionId = channel.Functions.Single(known => known.Name == function).FunctionId,
            TraceContext = new RpcTraceContext { TraceParent = trace ?? "" },
        };
        invocation.InputData.Add(new ParameterBinding { Name = parameter, Data = data });
        return channel.Invoke(invocation);
    }

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended by itself; its exit code.</summary>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return process.ExitCode;
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        channel.Close();
    }

    /// <summary>May be asked for twice: a killed process is disposed of by whoever restarts it and at the end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
        Http?.Dispose();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<WorkerProcess> Launch(string connection, (string Name, string? Value)[] settings)
    {
        var root = await PublishedApp.Root();
        var channel = new WorkerChannel();
        var port = Azurite.FreePort();
        var host = await Listen(channel, port);
        var folder = Directory.CreateTempSubdirectory("benchmarking-worker-").FullName;
        var id = Guid.NewGuid().ToString();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(root, "Benchmarking.Functions.dll"), "--functions-uri",
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"),
                "--functions-worker-id", id, "--functions-request-id", id, "--functions-grpc-max-message-length", "2147483647",
            },
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var inherited = new[] { "PATH", "HOME", "DOTNET_ROOT" }.Select(name => (name, Environment.GetEnvironmentVariable(name)));
        start.Environment.Clear();
        foreach (var (name, value) in inherited.Concat(SampleSettings())
            .Concat([("FUNCTIONS_APPLICATION_DIRECTORY", root), ("Storage", connection), ("Benchmarking__KeysFile", KeysFile(folder))])
                .Concat(settings))
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(Process.Start(start)!, host, channel, folder);
    }

    private static async Task<WebApplication> Listen(WorkerChannel channel, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(channel);
        var app = builder.Build();
        app.MapGrpcService<WorkerChannel>();
        await app.StartAsync(Cancellation);
        return app;
    }

    /// <summary>The values of the settings sample, as a host has them in its environment.</summary>
    private static (string Name, string? Value)[] SampleSettings()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")));
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => (value.Name, value.Value.GetString()))];
    }

    private static string KeysFile(string folder) => Path.Combine(folder, "keys.json");
}
