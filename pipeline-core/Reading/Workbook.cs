using System.IO.Compression;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The one place where what the workbook libraries throw becomes a finding.</summary>
internal static class Workbook
{
    // Excel keeps the encrypted workbook in a stream of this name, written in UTF-16, inside the old container format.
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    public static Sheet? Read(ReadOnlyMemory<byte> content, FileFormat format, ReadingLimits limits, List<Finding> findings)
    {
        if (format.IsCompound)
        {
            findings.Add(content.Span.IndexOf(EncryptedPackage) >= 0
                ? FindingCatalogue.WorkbookProtected.ForFile(null, "a workbook without password")
                : FindingCatalogue.FormatUnsupported.ForFile(
                    "an old Excel workbook (.xls) or another old Office document", "CSV or .xlsx"));
            return null;
        }

        return Open(content, limits, findings, scans => WorkbookReader.Read(content, scans, limits, findings));
    }

    /// <summary>All rows of the sheet that is read; null where there is none that can be read within the limits.</summary>
    public static List<string[]>? Rows(ReadOnlyMemory<byte> content, FileFormat format, ReadingLimits limits) =>
        format.IsCompound ? null : Open(content, limits, [], scans => WorkbookReader.Rows(content, scans, limits));

    private static T? Open<T>(
        ReadOnlyMemory<byte> content, ReadingLimits limits, List<Finding> findings, Func<IReadOnlyList<SheetScan>, T?> read)
        where T : class
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
            return WorkbookPackage.Passes(archive, content.Length, limits, findings) ? read(WorkbookScan.Of(archive)) : null;
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Damaged parts make the libraries throw nearly anything; which it was helps no officer.
            findings.Clear();
            findings.Add(FindingCatalogue.WorkbookDamaged.ForFile(null, "a workbook that Excel opens"));
            return null;
        }
    }
}
