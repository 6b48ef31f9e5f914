using Benchmarking.Core;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>Takes in one dataset: whatever lies at the blob name now. A newer edition takes the place of the one that serves, whole. May be
/// delivered twice, out of order, and be cut off at any instruction, as a return's ingest may.</summary>
internal sealed class IngestDataset(
    StorageClients storage, ReturnLedger ledgers, ReceiptStore receipts, LedgerSwitch turns, DatasetSwitch datasetSwitch,
    DatasetEditions editions, Instruments instruments, IOptions<BenchmarkingOptions> options, ILogger<IngestDataset> log)
{
    /// <summary>Takes in what lies at the blob name; null where nothing does.</summary>
    public Task<IngestedReturn?> Run(string blobName, CancellationToken cancellation)
    {
        var path = PathOf(blobName);
        return turns.InTurn<IngestedReturn?>(
            Partition(path), $"{DatasetPath.Container}/{blobName}",
            async () =>
            {
                if (await ReturnUpload.Read(storage.Datasets, blobName, options.Value.MaxReturnBytes, cancellation) is not { } upload)
                {
                    return new Attempt<IngestedReturn?>(true, null);
                }

                using var activity = Traces.Start(nameof(IngestDataset), upload.Cause);
                activity?.SetTag("benchmarking.path", blobName);
                return await Take(upload, path, cancellation);
            },
            cancellation);
    }

    /// <summary>The path of a blob name, where it is that of a declared dataset.</summary>
    public static DatasetPath? PathOf(string blobName) =>
        DatasetPath.TryParse(blobName, out var path) && ReferenceData.Current.Datasets.Find(path.Dataset) is not null ? path : null;

    public static string Partition(DatasetPath? path) =>
        path is null ? StorageKeys.Unfiled : StorageKeys.DatasetPartition(path.Dataset);

    public static string Row(DatasetPath? path, string blobName) =>
        path is null ? StorageKeys.LedgerRow($"{DatasetPath.Container}/{blobName}") : StorageKeys.DatasetRow(path.Year);

    private async Task<Attempt<IngestedReturn?>> Take(ReturnUpload upload, DatasetPath? path, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(Partition(path), cancellation);
        var entry = ledger.Find(Row(path, upload.BlobName));
        if (entry is not null && IsTaken(entry.Latest, upload))
        {
            return await datasetSwitch.HandOn(ledger, path?.Dataset, YearOf(path), entry, cancellation)
                ? new Attempt<IngestedReturn?>(true, new IngestedReturn(await receipts.Get(entry.Latest.Receipt, cancellation), ledger.Due))
                : Attempt<IngestedReturn?>.Lost;
        }

        var serving = await editions.Serving(entry, cancellation);
        var file = new FiledReturn(upload.BlobName, upload.Sha256, upload.Size, upload.ReceivedAt, upload.Content);
        var result = DatasetPipeline.Check(file, path, options.Value.MaxReturnBytes, ReferenceData.Current, serving?.File, cancellation);
        var id = Receipt.IdFor($"{DatasetPath.Container}/{upload.BlobName}", upload.Sha256, (entry?.Uploads ?? 0) + 1);
        var edition = result.Status == ReturnStatus.Accepted
            ? new DatasetEdition(ReferenceData.Current.Datasets.Find(path!.Dataset)!, id, result) : null;
        var receipt = DatasetPipeline.Receipt(file, result, id, edition is null ? null : (entry?.Revisions ?? 0) + 1, ReferenceData.Current)
            with
            {
                LoadedBy = upload.By,
                Changes = edition is null || serving is null ? null : ChangeList.Between(serving.Figures, edition.Figures),
            };
        var latest = new LedgerUpload(id, upload.BlobName, upload.Sha256, receipt.Status, receipt.Revision, upload.ReceivedAt);
        var next = LedgerEntry.After(entry, Row(path, upload.BlobName), latest);
        if (await datasetSwitch.Run(ledger, path?.Dataset, YearOf(path), next, receipt, upload.Content, edition?.Figures, cancellation)
            is not { } entered)
        {
            return Attempt<IngestedReturn?>.Lost;
        }

        Log.ReturnTaken(log, receipt.Path, Codes.Of(receipt.Status), receipt.Rows, receipt.FindingsTotal, entered.Due.Count);
        instruments.ReturnTaken(receipt, null);
        await datasetSwitch.HandOn(entered, path?.Dataset, YearOf(path), next, cancellation);
        return new Attempt<IngestedReturn?>(true, new IngestedReturn(receipt, entered.Due));
    }

    private static FinancialYear YearOf(DatasetPath? path) => path?.Year ?? default;

    /// <summary>The newest upload again, or a file in the other format that is older than it.</summary>
    private static bool IsTaken(LedgerUpload latest, ReturnUpload upload) =>
        latest.Status == ReturnStatus.Withdrawn ? latest.Tags?.Split(' ').Contains(upload.Tag) == true
        : latest.Path == upload.BlobName ? latest.Sha256 == upload.Sha256
        : upload.ReceivedAt == latest.ReceivedAt ? string.CompareOrdinal(upload.BlobName, latest.Path) < 0
        : upload.ReceivedAt < latest.ReceivedAt;
}
