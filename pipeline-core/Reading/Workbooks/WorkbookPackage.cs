using System.Globalization;
using System.IO.Compression;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What is in the ZIP archive, before anything reads it as a workbook: that it is one, and how large it is unpacked.
/// The sizes that an archive states may lie, so the bytes are counted as they come.</summary>
internal static class WorkbookPackage
{
    private const int ChunkLength = 64 * 1024;

    public static bool Passes(ZipArchive archive, long packed, ReadingLimits limits, List<Finding> findings, CancellationToken token)
    {
        WorkbookLimits.Require(archive.Entries.Count <= limits.Workbook.MaxParts);
        if (OtherThanWorkbook([.. archive.Entries.Select(entry => entry.FullName.Replace('\\', '/'))]) is { } other)
        {
            findings.Add(FindingCatalogue.FormatUnsupported.ForFile(other, "CSV or .xlsx"));
            return false;
        }

        if (!Inflates(archive, packed, limits, token))
        {
            return true;
        }

        findings.Add(FindingCatalogue.WorkbookInflates.ForFile(
            null,
            string.Create(
                CultureInfo.InvariantCulture, $"{limits.MaxInflatedBytes} bytes, {limits.MaxInflationRatio} times its size")));
        return false;
    }

    private static string? OtherThanWorkbook(HashSet<string> names) => names switch
    {
        _ when names.Contains("xl/workbook.xml") => null,
        _ when names.Contains("xl/workbook.bin") => "a binary Excel workbook (.xlsb)",
        _ when names.Contains("mimetype") => "an OpenDocument file (.ods)",
        _ when names.Any(name => name.StartsWith("word/", StringComparison.Ordinal)) => "a Word document",
        _ when names.Any(name => name.StartsWith("ppt/", StringComparison.Ordinal)) => "a PowerPoint document",
        _ when names.Any(name => name.EndsWith(".iwa", StringComparison.Ordinal)) => "an Apple Numbers document",
        _ when names.Contains("[Content_Types].xml") => null,
        _ => "a ZIP archive",
    };

    private static bool Inflates(ZipArchive archive, long packed, ReadingLimits limits, CancellationToken token)
    {
        var chunk = new byte[ChunkLength];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
            {
                token.ThrowIfCancellationRequested();
                total += read;
                if (total > limits.MaxInflatedBytes
                    || (total > limits.RatioCountsFrom && total / packed > limits.MaxInflationRatio))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
