using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Storage;
using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Benchmarking.Functions.Tests.Work;

/// <summary>The work of the app on one storage account, without its doors and triggers: a test fires the triggers itself.</summary>
internal sealed class TestApp : IDisposable
{
    private readonly StaleSliceStore stale;

    public TestApp(string connection, StorageFaults? faults = null, TimeProvider? time = null, int snapshotsKept = 30)
    {
        var clock = time ?? TimeProvider.System;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(StorageClients.Connection, (string?)connection)]).Build();
        var options = Options.Create(new BenchmarkingOptions { Environment = "Development", SnapshotsKept = snapshotsKept });
        Storage = StorageClients.Open(configuration, faults is null ? null : faults.Arm);
        Ledgers = new ReturnLedger(Storage);
        Receipts = new ReceiptStore(Storage);
        Observations = new ObservationStore(Storage);
        Slices = new SliceStore(Storage, clock);
        stale = new StaleSliceStore(Storage, clock);
        var filings = new FilingStore(Storage);
        var accepted = new AcceptedReturns(Receipts, options);
        Ingest = new IngestReturn(
            Storage, Ledgers, Receipts, Observations, filings, stale, accepted, options, NullLogger<IngestReturn>.Instance);
        Refresh = new RefreshSlice(Observations, Slices, stale, NullLogger<RefreshSlice>.Instance);
        Snapshots = new SnapshotStore(Storage, clock);
        Rebuild = new RefreshBenchmarks(
            new DriftRepair(Ledgers, accepted, Observations, filings, NullLogger<DriftRepair>.Instance), Slices, Refresh, Snapshots,
            new SweepVersions(Slices, Snapshots, clock, options, NullLogger<SweepVersions>.Instance), clock, NullLogger<RefreshBenchmarks>.Instance);
        Poison = new PoisonStore(Storage, clock);
        Reconcile = new ReconcileReturns(Storage, Ledgers, Ingest, stale, Poison, NullLogger<ReconcileReturns>.Instance);
    }

    public StorageClients Storage { get; }

    public ReturnLedger Ledgers { get; }

    public ReceiptStore Receipts { get; }

    public ObservationStore Observations { get; }

    public SliceStore Slices { get; }

    public IngestReturn Ingest { get; }

    public RefreshSlice Refresh { get; }

    public RefreshBenchmarks Rebuild { get; }

    public ReconcileReturns Reconcile { get; }

    public SnapshotStore Snapshots { get; }

    public PoisonStore Poison { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => stale.Dispose();

    public static async Task<TestApp> OnNewAccount(Azurite azurite)
    {
        var app = new TestApp(azurite.NewAccount());
        await app.Storage.CreateMissing(Cancellation);
        return app;
    }

    /// <summary>Puts a file into the returns container, as a council would.</summary>
    public Task Upload(string path, string content) =>
        Storage.Returns.GetBlobClient(path).UploadAsync(BinaryData.FromString(content), overwrite: true, Cancellation);

    public async Task<Receipt> File(string path, string content)
    {
        await Upload(path, content);
        return (await Ingest.Run(path, Cancellation))!.Receipt;
    }

    public Task<IReadOnlyList<Filing>> Filings(FinancialYear year) => new FilingStore(Storage).Of(year, Cancellation);

    /// <summary>Recomputes what waits in the queue, until nothing does.</summary>
    public async Task DrainQueue()
    {
        while ((await Storage.StaleSliceMessages.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Cancellation)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Refresh.Run(SliceKey.Parse(message.Body.ToString()), Cancellation);
                await Storage.StaleSliceMessages.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            }
        }
    }

    /// <summary>Everything that users can come to see, as text: ledger, filings, figures and the slices served. Tags, times and versions
    /// that nothing serves are left out: a repeated run may leave those.</summary>
    public async Task<string> State()
    {
        var lines = new List<string>();
        foreach (var table in new[] { Storage.Ledger, Storage.Filings, Storage.Observations, Storage.CouncilObservations, Storage.Slices })
        {
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                var cells = row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp" or "ComputedAt") && !cell.Key.EndsWith("ReceivedAt", StringComparison.Ordinal))
                    .OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={cell.Value}");
                lines.Add($"{table.Name} {string.Join(' ', cells)}");
            }
        }

        foreach (var pointer in await Slices.All(Cancellation))
        {
            var slice = await Slices.Load(pointer.Key, pointer.Version!, Cancellation);
            lines.Add($"values {pointer.Key} {slice.Inputs} {slice.Observations.Count}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
