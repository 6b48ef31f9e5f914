using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core;

/// <summary>A file as it was uploaded. <c>Content</c> is null where it is too large to be read.</summary>
public sealed record FiledReturn(
    string BlobName, string Sha256, long Size, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte>? Content);

/// <summary>The walk of one return: Reading → Checking → a receipt. Its figures then go on to Normalising with the council's other
/// accepted returns (<see cref="Normalising.Normaliser"/>), and from there to comparisons (<see cref="RefreshPipeline"/>).</summary>
public static class ReturnPipeline
{
    /// <summary>Reads and checks a file. Whatever its bytes and name, the answer is a checked return; <paramref name="path"/> is null
    /// where the name is no return's path. With a <paramref name="context"/> its figures are held against other returns as well.</summary>
    public static CheckedReturn Check(
        FiledReturn file, ReturnPath? path, int maxBytes, ReferenceData reference, CheckingContext? context = null)
    {
        if (path is null)
        {
            return Refused(FindingCatalogue.PathUnreadable.ForFile(file.BlobName, "{council}/{financial-year}/{kind}.csv or .xlsx, such as hackney/2012-13/savings.csv"));
        }

        if (file.Content is not { } content)
        {
            return Refused(FindingCatalogue.FileTooLarge.ForFile(
                file.Size.ToString(CultureInfo.InvariantCulture), maxBytes.ToString(CultureInfo.InvariantCulture)));
        }

        var raw = ReturnReader.Read(path.Kind, path.Extension, content, ReadingLimits.Default with { MaxBytes = maxBytes });
        return ReturnChecker.Check(path, raw, reference, context);
    }

    /// <summary>The receipt of a checked file.</summary>
    public static Receipt Receipt(FiledReturn file, CheckedReturn result, string? id, int? revision, ReferenceData reference) => new(
        id, $"{ReturnPath.Container}/{file.BlobName}", file.Sha256, file.Size, file.ReceivedAt, result.RowsRead, result.Status, revision,
        result.Counts, result.Counts.Total, result.Findings, reference.Taxonomy.Version, reference.Measures.Version);

    private static CheckedReturn Refused(Finding finding) =>
        new(null, ReturnStatus.Rejected, 0, [], [], [], [], [finding], new FindingCounts(1, 0, 0));
}
