using System.Diagnostics;
using System.Globalization;
using System.Net;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Limits;

/// <summary>Files made to cost as much as they can, sent to an app whose heap may not grow beyond what is promised, and what others notice
/// of them.</summary>
public sealed class SevereFileTests(Azurite azurite) : IClassFixture<Azurite>
{
    /// <summary>What the app has before anybody asks, and a file on its way through the server.</summary>
    private const long Idle = 64_000_000;

    private const long MostOfACheck = 400_000_000;
    private const int MostTimesItsSize = 25;
    private const string Address = "/api/v1/returns/hackney/2012-13/savings/validation";

    public static TheoryData<string> Names { get; } = new(SevereFile.All.Keys);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The limit is the runtime's own: beyond it the process is out of memory.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_check_stays_within_25_times_the_files_size_and_400_MB(string name)
    {
        var file = SevereFile.All[name]();
        var most = Idle + Math.Min(MostTimesItsSize * file.Unpacked, MostOfACheck);
        await using var app = await RunningApp.Start(
            azurite.NewAccount(), ("DOTNET_GCHeapHardLimit", most.ToString("x", CultureInfo.InvariantCulture)));

        using var answer = await Validate(app, file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        TestContext.Current.SendDiagnosticMessage(
            $"{name}: {file.Bytes.Length / 1e6:0.0} MB, unpacked {file.Unpacked / 1e6:0.0} MB, "
            + $"process at most {app.PeakMemory / 1e6:0} MB");
    }

    [Fact]
    public async Task Twelve_severe_files_at_once_leave_the_others_their_answers()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__RequestsPerMinute", "1000000"));
        var names = SevereFile.All.Keys.ToArray();
        SevereFile[] files = [.. Enumerable.Range(0, 12).Select(i => SevereFile.All[names[i % names.Length]]())];
        var taken = new List<double>();
        await Ask(app);

        var severe = Task.WhenAll(files.Select(file => Validate(app, file)));
        while (!severe.IsCompleted)
        {
            var started = Stopwatch.GetTimestamp();
            await Ask(app);
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        foreach (var answer in await severe)
        {
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
            answer.Dispose();
        }

        // Before, the slowest of others waited 6.7 s on a quiet machine; what one of thousands waits for on a busy one is the machine's.
        taken.Sort();
        var (nearly, slowest) = (taken[taken.Count * 99 / 100], taken[^1]);
        TestContext.Current.SendDiagnosticMessage(
            $"12 severe files at once: {taken.Count} other answers meanwhile, 99 of 100 within {nearly:0} ms, the slowest {slowest:0} ms");
        Assert.True(taken.Count >= 100, $"Only {taken.Count} others were answered.");
        Assert.InRange(nearly, 0, 500);
        Assert.InRange(slowest, 0, 6_700);
    }

    [Fact]
    public async Task A_check_whose_caller_has_left_ends_and_the_next_has_its_turn()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__ChecksAtOnce", "1"));
        var file = SevereFile.All["120,000 good rows"]();
        using (var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            var left = Enumerable.Range(0, 20).Select(_ => Validate(app, file, gone.Token)).ToArray();
            await Task.WhenAny(left.Append(Task.Delay(TimeSpan.FromSeconds(1), Cancellation)));
            await gone.CancelAsync();
            await Task.WhenAll(left.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        }

        // Twenty such checks one after another take more than a minute.
        using var next = await Validate(app, new SevereFile("csv", "financial_year,category\n"u8.ToArray(), 24))
            .WaitAsync(TimeSpan.FromSeconds(15), Cancellation);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task More_bytes_than_an_instance_holds_are_refused_and_told_when_to_come_again()
    {
        await using var app = await RunningApp.Start(
            azurite.NewAccount(), ("Benchmarking__ChecksAtOnce", "1"), ("Benchmarking__CheckBacklogBytes", "12000000"));
        var file = SevereFile.All["120,000 good rows"]();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Validate(app, file)));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        var refused = answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta)));
        Assert.Contains("checks-busy", await refused[0].Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        // The bytes are given back.
        using var alone = await Validate(app, file);
        Assert.Equal(HttpStatusCode.OK, alone.StatusCode);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_check_that_takes_longer_than_it_may_is_given_up_and_told()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__CheckSeconds", "1"));
        var file = SevereFile.All["3,000,000 cells"]();

        // One alone may be done in time on a fast machine; sixteen that share two processors are not.
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Validate(app, file)));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            Assert.Contains("check-too-slow", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Array.ForEach(answers, answer => answer.Dispose());
    }

    private static async Task<HttpResponseMessage> Validate(RunningApp app, SevereFile file, CancellationToken? cancellation = null)
    {
        // However busy the machine is, it is the service that gives up, and not the client.
        using var patient = new HttpClient { BaseAddress = app.Http.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        using var content = new ByteArrayContent(file.Bytes);
        return await patient.PostAsync(new Uri(Address, UriKind.Relative), content, cancellation ?? Cancellation);
    }

    private static async Task Ask(RunningApp app)
    {
        using var answer = await app.Http.GetAsync(new Uri("/api/v1/councils?year=2012-13", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
