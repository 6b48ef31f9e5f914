using System.IO.Compression;
using System.Runtime.InteropServices;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>An upload as a workbook: the sheet that is read, and the one place where what a damaged file makes fail becomes a
/// finding.</summary>
internal static class Workbook
{
    // Excel keeps the encrypted workbook in a stream of this name, written in UTF-16, inside the old container format.
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    public static Sheet? Read(ReadOnlyMemory<byte> content, FileFormat format, ReadingLimits limits, List<Finding> findings,
        CancellationToken token)
    {
        if (format.IsCompound)
        {
            findings.Add(content.Span.IndexOf(EncryptedPackage) >= 0
                ? FindingCatalogue.WorkbookProtected.ForFile(null, "a workbook without password")
                : FindingCatalogue.FormatUnsupported.ForFile(
                    "an old Excel workbook (.xls) or another old Office document", "CSV or .xlsx"));
            return null;
        }

        return Open(content, limits, findings, parts => WorkbookReader.Open(parts, limits).Read(findings), token);
    }

    /// <summary>All rows of the sheet that is read; null where there is none that can be read within the limits.</summary>
    public static List<string[]>? Rows(ReadOnlyMemory<byte> content, FileFormat format, ReadingLimits limits) =>
        format.IsCompound ? null : Open(content, limits, [], parts => WorkbookReader.Open(parts, limits).Rows(), CancellationToken.None);

    private static T? Open<T>(
        ReadOnlyMemory<byte> content, ReadingLimits limits, List<Finding> findings, Func<WorkbookParts, T?> read, CancellationToken token)
        where T : class
    {
        try
        {
            using var archive = new ZipArchive(StreamOf(content));
            return WorkbookPackage.Passes(archive, content.Length, limits, findings, token)
                ? read(new WorkbookParts(archive, limits.Workbook, token)) : null;
        }
        catch (WorkbookTooLargeException)
        {
            findings.Clear();
            findings.Add(FindingCatalogue.WorkbookInflates.ForFile(null, $"{limits.Workbook.MaxTextCharacters} characters"));
            return null;
        }
        catch (Exception unreadable) when (unreadable is not (OutOfMemoryException or OperationCanceledException))
        {
            // Damaged parts make the parsers throw nearly anything; which it was helps no officer.
            findings.Clear();
            findings.Add(FindingCatalogue.WorkbookDamaged.ForFile(null, "a workbook that Excel opens"));
            return null;
        }
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
