using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>The built app as a process of its own on an empty account, stand-alone as run.sh starts it.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly string connection;
    private readonly ConcurrentQueue<string> lines = new();

    private RunningApp(Process process, string connection, HttpClient http, string folder)
    {
        this.process = process;
        this.connection = connection;
        Http = http;
        Folder = folder;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What the process has logged so far.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    public HttpClient Http { get; }

    public string Folder { get; }

    public JsonElement Keys { get; private set; }

    public string Operator => Keys.GetProperty("operator").GetString()!;

    public BlobContainerClient Returns => new(connection, "returns");

    public string Connection => connection;

    /// <summary>The most memory that the process has held so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningApp> Start(string connection, params (string Name, string? Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("benchmarking-").FullName;
        var address = $"http://127.0.0.1:{Azurite.FreePort().ToString(CultureInfo.InvariantCulture)}";
        var app = new RunningApp(Launch(connection, address, folder, settings), connection,
            new HttpClient { BaseAddress = new Uri(address) }, folder);
        await app.WaitUntil("the app is ready", async () => (await app.Http.GetAsync("/health/ready", Cancellation)).IsSuccessStatusCode);
        app.Keys = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "keys.json"), Cancellation)).RootElement;
        return app;
    }

    public async Task<JsonElement> Get(string address) => await Http.GetFromJsonAsync<JsonElement>($"/api/v1{address}", Cancellation);

    /// <summary>A client that shows the operator's key.</summary>
    public HttpClient AsOperator()
    {
        var client = new HttpClient { BaseAddress = Http.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Api-Key", Operator);
        return client;
    }

    public Task<JsonElement> Put(string path, HttpContent content, string? key = null) => Send(HttpMethod.Put, path, content, key);

    /// <summary>Any request about a return, with a key; the reason is sent where it is given.</summary>
    public async Task<JsonElement> Send(HttpMethod method, string path, HttpContent? content, string? key = null, string? reason = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/returns/{path}") { Content = content };
        request.Headers.Add("X-Api-Key", key ?? Operator);
        if (reason is not null)
        {
            request.Headers.Add("X-Reason", Uri.EscapeDataString(reason));
        }

        using var answer = await Http.SendAsync(request, Cancellation);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    /// <summary>Ends the process without a word, as a power cut would.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    /// <summary>Waits until nothing waits to be published any more.</summary>
    public Task WaitUntilPublished() => WaitUntil(
        "all slices are published", async () => (await Get("/refreshes/latest")).GetProperty("staleSlices").GetInt32() == 0);

    public async Task WaitUntil(string what, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await Holds(condition))
        {
            Assert.False(process.HasExited, $"The app ended before {what}.");
            Assert.True(watch.Elapsed < Patience, $"Waited in vain until {what}.");
            await Task.Delay(50, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<bool> Holds(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Launch(string connection, string address, string folder, (string Name, string? Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Benchmarking.LocalHost.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address);
        start.Environment["Storage"] = connection;
        start.Environment["Benchmarking__Environment"] = "Development";
        start.Environment["Benchmarking__KeysFile"] = Path.Combine(folder, "keys.json");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
