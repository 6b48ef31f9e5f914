using Benchmarking.Core;
using Benchmarking.Core.Checking.Datasets;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>An edition of a dataset that counts: its file as checked, and the councils' figures that it makes.</summary>
internal sealed record DatasetEdition(DatasetDeclaration Dataset, string Receipt, CheckedDataset File)
{
    public IReadOnlyList<Observation> Figures =>
        field ??= PublishedFigures.Observe(File, Dataset, Receipt, ReferenceData.Current);
}

/// <summary>Reads accepted editions again from the bytes kept with their receipts.</summary>
internal sealed class DatasetEditions(ReceiptStore receipts, IOptions<BenchmarkingOptions> options)
{
    /// <summary>The edition that serves; null where none does.</summary>
    public async Task<DatasetEdition?> Serving(LedgerEntry? entry, CancellationToken cancellation)
    {
        if (entry?.Accepted is not { } accepted)
        {
            return null;
        }

        var content = await receipts.Filed(accepted.Receipt, cancellation);
        var path = DatasetPath.TryParse(accepted.Path, out var parsed)
            ? parsed
            : throw new InvalidOperationException($"The ledger holds an accepted dataset without a path: {accepted.Receipt}.");
        var file = new FiledReturn(accepted.Path, accepted.Sha256, content.Length, accepted.ReceivedAt, content);
        return new DatasetEdition(
            ReferenceData.Current.Datasets.Find(path.Dataset)!, accepted.Receipt,
            DatasetPipeline.Check(file, path, options.Value.MaxReturnBytes, ReferenceData.Current, null, cancellation));
    }
}
