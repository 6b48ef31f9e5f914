using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Performance.Start;

/// <summary>How long a program took from its start: until its host had loaded its functions, until its first answer, and until it had
/// checked a return.</summary>
internal sealed record Started(TimeSpan? Loaded, TimeSpan? Answered, TimeSpan? Checked);

/// <summary>Starts a program, asks it until it answers, and ends it.</summary>
internal static class Starts
{
    private const string Return =
        "financial_year,category,description,amount,unit,status\n2012-13,prevention,telecare for people at home,250000,gbp,actual\n";

    public static Task<Started> Of(string program) => Of(program, null, []);

    public static async Task<Started> OfLocalHost(string program, string connection)
    {
        var keys = Path.Combine(Path.GetTempPath(), $"benchmarking-keys-{Guid.NewGuid():N}.json");
        var started = await Of(
            program, keys,
            [
                ("Storage", connection), ("AzureWebJobsStorage", connection),
                ("NightlySchedule", "0 0 2 * * *"), ("ReconcileSchedule", "0 30 * * * *"),
                ("Benchmarking__Environment", "Development"), ("Benchmarking__KeysFile", keys),
            ]);
        File.Delete(keys);
        return started;
    }

    public static async Task<Started> OfWorker(string connection)
    {
        var watch = Stopwatch.StartNew();
        await using var worker = await WorkerProcess.Start(connection);
        using var answer = await worker.Http.GetAsync("/health/live");
        answer.EnsureSuccessStatusCode();
        var answered = watch.Elapsed;
        await Check(worker.Http, worker.OperatorKey);
        return new Started(worker.TimeToReady, answered, watch.Elapsed);
    }

    private static async Task<Started> Of(string program, string? keys, (string Name, string Value)[] environment)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Azurite.FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "--urls", address }, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await FirstAnswer(http, process);
            var answered = watch.Elapsed;
            if (keys is null)
            {
                return new Started(null, answered, null);
            }

            await Check(http, JsonDocument.Parse(await File.ReadAllTextAsync(keys)).RootElement.GetProperty("operator").GetString()!);
            return new Started(null, answered, watch.Elapsed);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task FirstAnswer(HttpClient http, Process process)
    {
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/live");
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(2);
            }
        }
    }

    private static async Task Check(HttpClient http, string key)
    {
        const string Address = "/api/v1/returns/hackney/2012-13/savings/validation";
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(Return) };
        request.Headers.Add("X-Api-Key", key);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }
}
