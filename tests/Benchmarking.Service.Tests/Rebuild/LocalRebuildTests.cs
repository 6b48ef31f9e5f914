using System.Net;
using System.Text.Json;
using Benchmarking.LocalHost.Triggers;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Triggers;
using Benchmarking.Service.Tests.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Rebuild;

/// <summary>The rebuild on one's own machine: over HTTP, by two processes, and after one of them was killed.</summary>
public sealed class LocalRebuildTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drift_of_5_000_figures_is_told_whole_and_the_answer_stays_short()
    {
        var account = azurite.NewAccount();
        using var storage = new TestApp(account);
        await storage.Storage.CreateMissing(Cancellation);
        var planted = await MadeUpSlices.AddStrangers(storage, 5_000);
        await MadeUpSlices.Serve(storage, 50);
        await using var app = await RunningApp.Start(account);
        using var client = app.AsOperator();

        using var answer = await client.PostAsync("/api/v1/refreshes", null, Cancellation);
        Assert.Equal((HttpStatusCode.Accepted, "/api/v1/refreshes/latest"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        await app.WaitUntil("the run has ended", async () => await State(app) == RefreshReport.Finished);

        var latest = await app.Get("/refreshes/latest");
        Assert.Equal((5_000, RefreshReport.FirstLines),
            (latest.GetProperty("driftTotal").GetInt32(), latest.GetProperty("drift").GetArrayLength()));
        var lines = (await app.Http.GetStringAsync(latest.GetProperty("driftReport").GetString(), Cancellation))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(planted.Order(StringComparer.Ordinal), lines.Select(line => JsonSerializer.Deserialize<string>(line)!));
    }

    [Fact]
    public async Task Of_twelve_starts_at_once_over_two_processes_one_makes_a_run()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        using var one = LocalHosts.Rebuild(app);
        using var other = LocalHosts.Rebuild(app);
        var started =
            await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => (n % 2 == 0 ? one : other).Start(Cancellation))));
        Assert.Single(started, first => first);

        foreach (var host in (LocalRebuild[])[one, other])
        {
            await host.StartAsync(Cancellation);
        }

        await WaitUntil(async () => (await app.Reports.Latest(Cancellation))!.State == RefreshReport.Finished);
        var run = (await app.Reports.Latest(Cancellation))!.Run;
        foreach (var host in (LocalRebuild[])[one, other])
        {
            await host.StopAsync(Cancellation);
        }

        Assert.Equal(run, (await app.Reports.Latest(Cancellation))!.Run);
        Assert.True(await one.Start(Cancellation));
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_is_ended_by_the_next()
    {
        var account = azurite.NewAccount();
        using var storage = new TestApp(account);
        await storage.Storage.CreateMissing(Cancellation);
        await MadeUpSlices.Serve(storage, 300);
        await using (var app = await RunningApp.Start(account))
        {
            using var client = app.AsOperator();
            using var answer = await client.PostAsync("/api/v1/refreshes", null, Cancellation);
            await app.WaitUntil("it is half-way", async () => await State(app) == RefreshReport.Running && await Counted(app) > 0);
            Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/api/v1/refreshes", null, Cancellation)).StatusCode);
            await app.Kill();
        }

        var cutOff = (await storage.Reports.Latest(Cancellation))!;
        Assert.Equal(RefreshReport.Running, cutOff.State);
        await using (var app = await RunningApp.Start(account))
        {
            await app.WaitUntil("the run has ended", async () => await State(app) == RefreshReport.Finished);
        }

        var report = (await storage.Reports.Latest(Cancellation))!;
        Assert.Equal((cutOff.Run, 300), (report.Run, report.Slices));
        Assert.DoesNotContain(await storage.Slices.All(Cancellation), pointer => pointer.Version == "made-up");
    }

    private static async Task<string?> State(RunningApp app) => (await app.Get("/refreshes/latest")).GetProperty("state").GetString();

    private static async Task<int> Counted(RunningApp app) => (await app.Get("/refreshes/latest")).GetProperty("slices").GetInt32();

    private static async Task WaitUntil(Func<Task<bool>> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), "Waited in vain.");
            await Task.Delay(50, Cancellation);
        }
    }
}
