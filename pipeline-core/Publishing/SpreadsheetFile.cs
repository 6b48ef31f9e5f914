using System.IO.Compression;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Benchmarking.Core.Publishing;

/// <summary>Writes an Excel workbook in which no cell is ever a formula. The same pages are the same bytes.</summary>
public static class SpreadsheetFile
{
    /// <summary>What a cell of the format can hold; the rest of a longer text is cut off.</summary>
    public const int LongestCell = 32_767;

    // A ZIP archive states a time for each part, and the library takes the clock's. Always the same one, so that the same pages are the
    // same bytes.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(params IReadOnlyList<SpreadsheetPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        using var stream = new MemoryStream();
        // In memory nothing waits.
        Write(stream, pages, CancellationToken.None).GetAwaiter().GetResult();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                entry.LastWriteTime = Written;
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes the workbook as its rows are made, with the time of writing in it.</summary>
    public static async Task Write(Stream stream, IReadOnlyList<SpreadsheetPage> pages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(pages);
        var options = new SpreadCheetahOptions
        {
            CompressionLevel = SpreadCheetahCompressionLevel.Optimal,
            DocumentProperties = null,
            PreserveStringWhitespace = true,
            WriteCellReferenceAttributes = true,
        };
        await using var spreadsheet = await Spreadsheet.CreateNewAsync(stream, options, cancellation);
        var styles = new SpreadsheetStyles(spreadsheet);
        foreach (var page in pages)
        {
            await spreadsheet.StartWorksheetAsync(page.Name, Options(page), cancellation);
            foreach (var row in page.Rows)
            {
                await spreadsheet.AddRowAsync(row.Select(styles.Styled).ToArray(), cancellation);
            }
        }

        await spreadsheet.FinishAsync(cancellation);
    }

    private static WorksheetOptions Options(SpreadsheetPage page)
    {
        var options = new WorksheetOptions { FrozenRows = page.HeadingRows == 0 ? null : page.HeadingRows };
        foreach (var (index, width) in page.Widths.Index())
        {
            (options.Column(index + 1).Width, options.Column(index + 1).DefaultStyle) = (width, SpreadsheetStyles.Text);
        }

        return options;
    }
}
