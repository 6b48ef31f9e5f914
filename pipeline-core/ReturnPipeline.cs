using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core;

/// <summary>A file as it was uploaded. <c>Content</c> is null where it is too large to be read.</summary>
public sealed record FiledReturn(
    string BlobName, string Sha256, long Size, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte>? Content);

/// <summary>The walk of one return: Reading → Checking → Plausibility → a receipt. Its figures then go on to Normalising with the council's
/// other accepted returns (<see cref="Normalising.Normaliser"/>), and from there to comparisons (<see cref="RefreshPipeline"/>).</summary>
public static class ReturnPipeline
{
    /// <summary>Reads a file and checks it by itself, once. Whatever its bytes and name, the answer is a check that can be finished, alone
    /// or against other returns; <paramref name="path"/> is null where the name is no return's path.</summary>
    public static ReturnCheck Read(FiledReturn file, ReturnPath? path, int maxBytes, ReferenceData reference,
        CancellationToken token = default)
    {
        if (path is null)
        {
            return Refused(FindingCatalogue.PathUnreadable.ForFile(
                file.BlobName, "{council}/{financial-year}/{kind}.csv or .xlsx, such as hackney/2012-13/savings.csv"));
        }

        if (file.Content is not { } content)
        {
            return Refused(FindingCatalogue.FileTooLarge.ForFile(
                file.Size.ToString(CultureInfo.InvariantCulture), maxBytes.ToString(CultureInfo.InvariantCulture)));
        }

        var raw = ReturnReader.Read(path.Kind, path.Extension, content, ReadingLimits.Default with { MaxBytes = maxBytes }, token);
        return new ReturnCheck(ReturnChecker.Check(path, raw, reference, token));
    }

    /// <summary>Reads and checks a file at once. With a <paramref name="context"/> its figures are held against other returns as
    /// well.</summary>
    public static CheckedReturn Check(
        FiledReturn file, ReturnPath? path, int maxBytes, ReferenceData reference, CheckingContext? context = null) =>
        Read(file, path, maxBytes, reference).Finish(context);

    /// <summary>The receipt of a checked file.</summary>
    public static Receipt Receipt(FiledReturn file, CheckedReturn result, string? id, int? revision, ReferenceData reference) => new(
        id, $"{ReturnPath.Container}/{file.BlobName}", file.Sha256, file.Size, file.ReceivedAt, result.RowsRead, result.Status, revision,
        result.Counts, result.Counts.Total, result.Findings, reference.Taxonomy.Version, reference.Measures.Version);

    private static ReturnCheck Refused(Finding finding) =>
        new(new CheckedReturn(null, ReturnStatus.Rejected, 0, [], [], [], [], [finding], new FindingCounts(1, 0, 0)));
}
