using Azure.Data.Tables;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Setup;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Tests.Work;

/// <summary>The work of the app on one storage account, without its endpoints and triggers: a test fires the triggers itself.</summary>
internal sealed class TestApp : IDisposable
{
    private readonly ServiceProvider services;

    public TestApp(string connection, StorageFaults? faults = null, TimeProvider? time = null, int snapshotsKept = 30,
        StorageGate? gate = null)
    {
        Connection = connection;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(StorageClients.Connection, (string?)connection)]).Build();
        services = new ServiceCollection()
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(Options.Create(new BenchmarkingOptions { Environment = "Development", SnapshotsKept = snapshotsKept }))
            .AddStorage(configuration, (options, service) =>
            {
                AzureLimits.Arm(options, service);
                faults?.Arm(options, service);
                gate?.Arm(options, service);
            })
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddWork()
            .BuildServiceProvider();
    }

    public string Connection { get; }

    public StorageClients Storage => services.GetRequiredService<StorageClients>();

    public ReturnLedger Ledgers => services.GetRequiredService<ReturnLedger>();

    public ReceiptStore Receipts => services.GetRequiredService<ReceiptStore>();

    public ObservationStore Observations => services.GetRequiredService<ObservationStore>();

    public SliceStore Slices => services.GetRequiredService<SliceStore>();

    public IngestReturn Ingest => services.GetRequiredService<IngestReturn>();

    public IngestDataset IngestDataset => services.GetRequiredService<IngestDataset>();

    public DatasetSwitch DatasetSwitch => services.GetRequiredService<DatasetSwitch>();

    public WithdrawDataset WithdrawDataset => services.GetRequiredService<WithdrawDataset>();

    public FileReturn Files => services.GetRequiredService<FileReturn>();

    public CheckReturn Check => services.GetRequiredService<CheckReturn>();

    public WithdrawReturn Withdraw => services.GetRequiredService<WithdrawReturn>();

    public SignReturn Sign => services.GetRequiredService<SignReturn>();

    public RefreshSlice Refresh => services.GetRequiredService<RefreshSlice>();

    public RefreshBenchmarks Rebuild => services.GetRequiredService<RefreshBenchmarks>();

    public RebuildSteps Steps => services.GetRequiredService<RebuildSteps>();

    public RefreshReportStore Reports => services.GetRequiredService<RefreshReportStore>();

    public RebuildStore Rebuilds => services.GetRequiredService<RebuildStore>();

    public ReconcileReturns Reconcile => services.GetRequiredService<ReconcileReturns>();

    public SnapshotStore Snapshots => services.GetRequiredService<SnapshotStore>();

    public PoisonStore Poison => services.GetRequiredService<PoisonStore>();

    public Instruments Instruments => services.GetRequiredService<Instruments>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => services.Dispose();

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

    /// <summary>Puts a file into the datasets container, as an analyst would.</summary>
    public Task UploadDataset(string path, string content) =>
        Storage.Datasets.GetBlobClient(path).UploadAsync(BinaryData.FromString(content), overwrite: true, Cancellation);

    /// <summary>Loads a dataset and publishes what it touched.</summary>
    public async Task<Receipt> Load(string path, string content)
    {
        await UploadDataset(path, content);
        var ingested = (await IngestDataset.Run(path, Cancellation))!;
        await RefreshAll(ingested.Touched);
        return ingested.Receipt;
    }

    public async Task RefreshAll(IEnumerable<SliceKey> keys)
    {
        foreach (var key in keys)
        {
            await Refresh.Run(key, Cancellation);
        }
    }

    /// <summary>The figures that a slice serves, by council.</summary>
    public async Task<Dictionary<string, Observation>> Served(SliceKey key)
    {
        var pointer = await Slices.Pointer(key, Cancellation);
        var slice = await Slices.Load(key, pointer.Version!, Cancellation);
        return slice.Observations.ToDictionary(figure => figure.Council.Value, StringComparer.Ordinal);
    }

    public Task<IReadOnlyList<Filing>> Filings(FinancialYear year) => new FilingStore(Storage).Of(year, Cancellation);

    /// <summary>Recomputes what waits in the queue, until nothing does.</summary>
    public async Task DrainQueue()
    {
        while ((await Storage.StaleSliceMessages.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), Cancellation)).Value is {
            Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                Assert.True(StaleSlice.TryParse(message.Body.ToString(), out var slice));
                await Refresh.Run(slice, Cancellation);
                await Storage.StaleSliceMessages.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            }
        }
    }

    /// <summary>Everything that users can come to see, as text: ledger, filings, figures and the slices served. Tags, sequences, times,
    /// versions that nothing serves and rows that hold no figure are left out: a repeated run may leave those.</summary>
    public async Task<string> State()
    {
        var lines = new List<string>();
        foreach (var table in new[] { Storage.Ledger, Storage.Filings, Storage.Observations, Storage.CouncilObservations, Storage.Slices })
        {
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                if (row.RowKey == StorageKeys.FigureFence
                    || (table.Name.EndsWith("Observations", StringComparison.Ordinal) && row.GetString("Json") is null))
                {
                    continue;
                }

                var cells = row.Where(cell =>
                    cell.Key is not ("odata.etag" or "Timestamp" or "ComputedAt" or "Sequence" or "FiledAt" or "Writer")
                    && !new[] { "Tag", "Tags", "ReceivedAt" }.Any(end => cell.Key.EndsWith(end, StringComparison.Ordinal)))
                    .OrderBy(cell => cell.Key, StringComparer.Ordinal)
                        .Select(cell => $"{cell.Key}={(cell.Value is byte[] bytes ? Convert.ToBase64String(bytes) : cell.Value)}");
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
