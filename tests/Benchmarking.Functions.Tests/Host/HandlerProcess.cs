using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Tests.Publish;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The published executable as a Functions host starts it: told its port, given the host's own web settings by inheritance, with no
/// .NET installed, and asked at <c>/</c> until it answers anything. Ended without warning.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private int disposed;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private HandlerProcess(Process process, int port, string folder)
    {
        this.process = process;
        Folder = folder;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"),
            Timeout = TimeSpan.FromMinutes(2),
        };
        foreach (var (listen, begin) in new (Action<DataReceivedEventHandler>, Action)[]
        {
            (handler => process.OutputDataReceived += handler, process.BeginOutputReadLine),
            (handler => process.ErrorDataReceived += handler, process.BeginErrorReadLine),
        })
        {
            listen((_, line) => lines.Enqueue(line.Data ?? ""));
            begin();
        }
    }

    public HttpClient Http { get; }

    public string Folder { get; }

    public TimeSpan TimeToFirstAnswer { get; private set; }

    /// <summary>What it has written to the console so far, both streams.</summary>
    public IReadOnlyList<string> Lines => [.. lines.Where(line => line.Length > 0)];

    public string OperatorKey => JsonDocument.Parse(File.ReadAllText(KeysFile(Folder))).RootElement.GetProperty("operator").GetString()!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HandlerProcess> Start(string connection, params (string Name, string? Value)[] settings)
    {
        var watch = Stopwatch.StartNew();
        var handler = await Launch(connection, settings);
        watch.Restart();
        while (!await handler.Answers())
        {
            Assert.False(handler.process.HasExited, string.Join('\n', handler.Lines));
            Assert.True(watch.Elapsed < Patience, "The handler did not answer.");
            await Task.Delay(25, Cancellation);
        }

        handler.TimeToFirstAnswer = watch.Elapsed;
        return handler;
    }

    /// <summary>Starts it where it is expected to refuse; its exit code and what it wrote.</summary>
    public static async Task<(int Code, IReadOnlyList<string> Lines)> Refuse(string connection, params (string Name, string? Value)[] settings)
    {
        await using var handler = await Launch(connection, settings);
        await handler.process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return (handler.process.ExitCode, handler.Lines);
    }

    /// <summary>A caller's request as the host passes it on: the whole path, the caller's headers and the host's.</summary>
    public async Task<HttpResponseMessage> Forward(HttpMethod method, string path, string? key = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Host = "benchmarking.example.test";
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return await Http.SendAsync(request, Cancellation);
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
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
        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<HandlerProcess> Launch(string connection, (string Name, string? Value)[] settings)
    {
        var root = await PublishedApp.Root();
        var port = Azurite.FreePort();
        var folder = Directory.CreateTempSubdirectory("benchmarking-handler-").FullName;
        var start = new ProcessStartInfo(Path.Combine(root, "Benchmarking.Functions"))
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in SampleSettings().Concat(Inherited(root, port)).Concat([("Storage", connection), ("Benchmarking__KeysFile", KeysFile(folder))]).Concat(settings))
        {
            start.Environment[name] = value;
        }

        return new HandlerProcess(Process.Start(start)!, port, folder);
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await Http.GetAsync("/", Cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The values of the settings sample, as a host has them in its environment.</summary>
    private static IEnumerable<(string Name, string? Value)> SampleSettings()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")));
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => (value.Name, value.Value.GetString()))];
    }

    private static (string Name, string? Value)[] Inherited(string root, int port) =>
    [
        ("PATH", "/usr/bin:/bin"),
        ("FUNCTIONS_CUSTOMHANDLER_PORT", port.ToString(CultureInfo.InvariantCulture)),
        ("FUNCTIONS_CUSTOMHANDLER_WORKER_ID", "worker-1"),
        ("FUNCTIONS_APP_ROOT_PATH", root),
        ("ASPNETCORE_URLS", "http://127.0.0.1:1"),
        ("ASPNETCORE_CONTENTROOT", "/nowhere"),
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Some.Hosts.Startup"),
        ("DOTNET_USE_POLLING_FILE_WATCHER", "true"),
    ];

    private static string KeysFile(string folder) => Path.Combine(folder, "keys.json");
}
