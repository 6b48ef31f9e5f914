using Azure.Core;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>Which version of a slice readers are shown while others publish.</summary>
public sealed class PointerTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey Key = new("savings-total", new FinancialYear(2012), FigureStatus.Actual);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_began_before_a_return_was_published_keeps_it_from_nobody_afterwards()
    {
        var reads = -1;
        var gate = new StorageGate(request => ReadsPointer(request) && reads >= 0 && Interlocked.Increment(ref reads) == 1, _ => false,
            answered: true);
        using var app = await Published(gate);
        reads = 0;
        var early = app.Slices.RecentPointer(Key, Cancellation);
        await gate.Reached;

        await app.File(TamesideSavings, Savings("6000000", null));
        await app.DrainQueue();
        gate.Open();
        var before = await early;

        var served = await app.Slices.Pointer(Key, Cancellation);
        Assert.NotEqual(before.Version, served.Version);
        Assert.Equal(served.Version, (await app.Slices.RecentPointer(Key, Cancellation)).Version);
    }

    [Fact]
    public async Task Readers_who_come_at_once_share_one_read_of_storage()
    {
        var reads = -1;
        var gate = new StorageGate(request => ReadsPointer(request) && reads >= 0 && Interlocked.Increment(ref reads) > 0, _ => false);
        using var app = await Published(gate);
        reads = 0;
        List<Task<SlicePointer>> readers = [.. Enumerable.Range(0, 100).Select(_ => app.Slices.RecentPointer(Key, Cancellation))];
        await gate.Reached;
        gate.Open();
        Assert.Single((await Task.WhenAll(readers)).Distinct());
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task A_read_that_fails_is_not_remembered_and_one_that_is_given_up_harms_nobody_else()
    {
        var isReading = false;
        var gate = new StorageGate(request => isReading && ReadsPointer(request), _ => false);
        using var app = await Published(gate);
        isReading = true;
        using var impatience = new CancellationTokenSource();
        var impatient = app.Slices.RecentPointer(Key, impatience.Token);
        var patient = app.Slices.RecentPointer(Key, Cancellation);
        await gate.Reached;
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.Open();
        Assert.NotNull((await patient).Version);

        var dying = new StorageGate(_ => false, ReadsPointer);
        using var failing = new TestApp(app.Connection, gate: dying);
        dying.Open();
        await Assert.ThrowsAsync<IOException>(() => failing.Slices.RecentPointer(Key, Cancellation));
        await Assert.ThrowsAsync<IOException>(() => failing.Slices.RecentPointer(Key, Cancellation));
    }

    private async Task<TestApp> Published(StorageGate gate)
    {
        var app = new TestApp(azurite.NewAccount(), gate: gate);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(TamesideSavings, Savings("5900000", null));
        await app.DrainQueue();
        return app;
    }

    private static bool ReadsPointer(Request request) =>
        request.Method == RequestMethod.Get && request.Uri.Path.Contains("/Slices(", StringComparison.Ordinal);
}
