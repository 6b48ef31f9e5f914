using System.Collections.Concurrent;
using System.Globalization;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using Benchmarking.Service.Work;

namespace Benchmarking.Functions.Tests.Work;

/// <summary>Deliveries come twice, in any order, to two workers of which one is killed now and then.</summary>
public sealed class TwoWorkersTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private const int Returns = 300;
    private const int Seed = 20_130_401;

    private static readonly int[] KilledAt = [40, 150, 290, 480];

    private readonly ConcurrentQueue<string> deliveries = new();
    private WorkerProcess steady = null!;
    private volatile WorkerProcess killed = null!;
    private readonly ConcurrentBag<WorkerProcess> dead = [];
    private readonly SemaphoreSlim restarting = new(1);
    private int delivered;
    private int cutOff;
    private bool finished;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_hundred_returns_end_as_they_would_one_after_the_other()
    {
        var files = Files();
        using var sequential = await TestApp.OnNewAccount(azurite);
        foreach (var (path, content) in files)
        {
            await sequential.File(path, content);
        }

        await sequential.DrainQueue();

        var connection = azurite.NewAccount();
        var host = new TriggerHost(connection);
        using var app = new TestApp(connection);
        steady = await WorkerProcess.Start(connection);
        killed = await WorkerProcess.Start(connection);
        try
        {
            await Parallel.ForEachAsync(files, Cancellation, async (file, _) => await app.Upload(file.Path, file.Content));
            string[] twice = [.. files.Concat(files).Select(file => file.Path)];
            new Random(Seed).Shuffle(twice);
            Array.ForEach(twice, deliveries.Enqueue);

            var queue = RunQueue(host);
            var senders = Enumerable.Range(0, 8).Select(n => Send(connection, onSteady: n % 2 == 0));
            await Task.WhenAll(senders);
            await host.RunSlices(() => steady);
            finished = true;
            await queue;
        }
        finally
        {
            await steady.DisposeAsync();
            await killed.DisposeAsync();
            foreach (var worker in dead)
            {
                await worker.DisposeAsync();
            }
        }

        Assert.True(cutOff > 0, "No delivery was under way when the worker was killed.");
        Assert.Equal(Returns, (await app.Filings(new FinancialYear(2012))).Count + (await app.Filings(new FinancialYear(2013))).Count);
        Assert.Equal(await sequential.State(), await app.State());
    }

    public void Dispose() => restarting.Dispose();

    private async Task Send(string connection, bool onSteady)
    {
        while (deliveries.TryDequeue(out var path))
        {
            var number = Interlocked.Increment(ref delivered);
            var worker = onSteady ? steady : killed;
            if (Array.IndexOf(KilledAt, number) >= 0)
            {
                await Replace(connection);
            }

            if (await TriggerHost.Deliver(worker, path) is { } failure)
            {
                // As the host has it: what was cut off is delivered again, some time later.
                Assert.Equal(WorkerChannel.Ended, failure);
                Interlocked.Increment(ref cutOff);
                deliveries.Enqueue(path);
                await Restarted();
            }
        }
    }

    private async Task Replace(string connection)
    {
        await restarting.WaitAsync(Cancellation);
        try
        {
            dead.Add(killed);
            await killed.Kill();
            killed = await WorkerProcess.Start(connection);
        }
        finally
        {
            restarting.Release();
        }
    }

    /// <summary>A host hands a new process nothing before it answers.</summary>
    private async Task Restarted()
    {
        await restarting.WaitAsync(Cancellation);
        restarting.Release();
    }

    private async Task RunQueue(TriggerHost host)
    {
        var turn = 0;
        while (!Volatile.Read(ref finished))
        {
            if (await host.RunQueue("stale-slices", FunctionNames.RefreshSlice,
                () => turn++ % 2 == 0 || restarting.CurrentCount == 0 ? steady : killed) == 0)
            {
                await Task.Delay(50, Cancellation);
            }
        }
    }

    /// <summary>The note answers the queries that small councils' amounts raise once last year's slices are published, and not
    /// before.</summary>
    private static List<(string Path, string Content)> Files() =>
    [
        .. ReferenceData.Current.Councils.In(new FinancialYear(2012)).Select(council => council.Code).Order().Take(Returns / 2)
            .SelectMany((council, n) => new[] { "2012-13", "2013-14" }.Select((year, y) => (
                $"{council}/{year}/savings.csv",
                string.Create(CultureInfo.InvariantCulture,
                    $"financial_year,category,amount,unit,status,note\n{year},total,{(1000 * n) + y + 7},gbp,actual,numbered for this "
                        + $"test\n")))),
    ];
}
