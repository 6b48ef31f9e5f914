using System.Text;
using Benchmarking.Core.Vocabulary;
using ExcelDataReader;

namespace Benchmarking.Core.Reading;

/// <summary>The first visible sheet of a workbook as text rows, formulas by the values Excel kept.</summary>
internal sealed class WorkbookReader(IExcelDataReader reader, SheetScan scan)
{
    // Excel's own size of a sheet: a file that claims more is damaged, and would be read for hours.
    public const int MostColumns = 16_384;
    private const int MostLines = 1_048_576;
    private const int MostMerged = 100_000;

    public static Sheet? Read(ReadOnlyMemory<byte> content, IReadOnlyList<SheetScan> scans, ReadingLimits limits, List<Finding> findings)
    {
        ReportIgnored(scans, Chosen(scans).Item, findings);
        return Open(content, scans, sheet => sheet.Read(new SheetBuilder(limits, findings)));
    }

    /// <summary>All rows of the sheet, blank ones too; null where there are more, or wider ones, than are read.</summary>
    public static List<string[]>? Rows(ReadOnlyMemory<byte> content, IReadOnlyList<SheetScan> scans, ReadingLimits limits) =>
        Open(content, scans, sheet => sheet.Rows(limits));

    private static (int Index, SheetScan Item) Chosen(IReadOnlyList<SheetScan> scans) =>
        scans.Index().FirstOrDefault(sheet => sheet.Item.IsVisible, scans.Index().First());

    private static T? Open<T>(ReadOnlyMemory<byte> content, IReadOnlyList<SheetScan> scans, Func<WorkbookReader, T?> read)
    {
        var chosen = Chosen(scans);

        // The reader's settings name code page 1252, which .NET knows only once the provider is registered.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        for (var place = 0; place < chosen.Index; place++)
        {
            reader.NextResult();
        }

        WorkbookScan.Require(reader.FieldCount <= MostColumns && reader.RowCount <= MostLines);
        return read(new WorkbookReader(reader, chosen.Item));
    }

    private List<string[]>? Rows(ReadingLimits limits)
    {
        var rows = new List<string[]>();
        while (scan.Width <= limits.MaxColumns && rows.Count <= limits.MaxRows && reader.Read())
        {
            rows.Add(Row(rows.Count + 1).Texts);
        }

        return scan.Width > limits.MaxColumns || rows.Count > limits.MaxRows ? null : rows;
    }

    private static void ReportIgnored(IReadOnlyList<SheetScan> scans, SheetScan chosen, List<Finding> findings)
    {
        var ignored = scans.Where(sheet => sheet != chosen && sheet.Width > 0).Select(sheet => sheet.Name).ToList();
        if (ignored.Count > 0)
        {
            findings.Add(FindingCatalogue.SheetsIgnored.ForFile(string.Join(", ", ignored), "one sheet", chosen.Name));
        }
    }

    private Sheet? Read(SheetBuilder builder)
    {
        WorkbookScan.Require(reader.MergeCells is null or { Length: <= MostMerged });
        var merged = (reader.MergeCells ?? []).Select(range => new MergedBlock(
            range.FromRow + 1, range.ToRow + 1, range.FromColumn, range.ToColumn)).ToList();
        var line = 0;
        var goesOn = builder.Admits(scan.Width);
        while (goesOn && reader.Read())
        {
            var (texts, flaws) = Row(++line);
            goesOn = builder.Add(line, texts, flaws);
        }

        return builder.Build() is { } sheet ? sheet with { Merged = merged } : null;
    }

    private (string[] Texts, List<CellFlaw> Flaws) Row(int line)
    {
        var flaws = new List<CellFlaw>();
        var texts = new string[Math.Min(scan.Width, reader.FieldCount)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = scan.Errors.TryGetValue((line, i), out var error)
                ? WorkbookCell.Flawed(flaws, i, FindingCatalogue.CellError, error, "a value")
                : WorkbookCell.Text(reader, i, flaws);
        }

        return (texts, flaws);
    }
}
