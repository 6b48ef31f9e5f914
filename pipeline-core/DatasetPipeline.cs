using System.Globalization;
using Benchmarking.Core.Checking.Datasets;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core;

/// <summary>The walk of one dataset's file: Reading → Checking → a receipt. Its figures go on to
/// <see cref="Normalising.PublishedFigures"/>, and from there to comparisons (<see cref="RefreshPipeline"/>).</summary>
public static class DatasetPipeline
{
    /// <summary>Reads and checks a file, whatever its bytes and name; <paramref name="path"/> is null where the name is no dataset's path.
    /// <paramref name="serving"/> is the edition that it would replace.</summary>
    public static CheckedDataset Check(
        FiledReturn file, DatasetPath? path, int maxBytes, ReferenceData reference, CheckedDataset? serving,
            CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reference);
        if (path is null || reference.Datasets.Find(path.Dataset) is not { } dataset)
        {
            var known = string.Join(", ", reference.Datasets.All.Select(declared => declared.Code));
            return CheckedDataset.Refused(FindingCatalogue.DatasetPathUnreadable.ForFile(
                file.BlobName, $"{{dataset}}/{{financial-year}}.csv or .xlsx, where the dataset is one of {known}"));
        }

        if (file.Content is not { } content)
        {
            return CheckedDataset.Refused(FindingCatalogue.FileTooLarge.ForFile(
                file.Size.ToString(CultureInfo.InvariantCulture), maxBytes.ToString(CultureInfo.InvariantCulture)));
        }

        var raw = ReturnReader.Read(ReturnLayout.Dataset, path.Extension, content, ReadingLimits.Default with { MaxBytes = maxBytes },
            token);
        return DatasetChecker.Check(path, raw, dataset, reference, serving);
    }

    /// <summary>The receipt of a checked file.</summary>
    public static Receipt Receipt(FiledReturn file, CheckedDataset result, string? id, int? revision, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(reference);
        return new(
            id, $"{DatasetPath.Container}/{file.BlobName}", file.Sha256, file.Size, file.ReceivedAt, result.RowsRead, result.Status,
                revision,
            result.Counts, result.Counts.Total, result.Findings, reference.Taxonomy.Version, reference.Measures.Version);
    }
}
