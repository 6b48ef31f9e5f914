using System.Globalization;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>An upload given back with a column that says what was found in each row: the same rows and columns in the same order, so that
/// line numbers stay true. What was found about the whole file stands in the heading of that column. The column is passed over when the
/// file is sent again.</summary>
public sealed class FindingsWorkbook
{
    private const int UsualWidth = 16;
    private const int FindingsWidth = 90;

    private readonly Receipt receipt;
    private readonly FiledSheet? sheet;
    private readonly ILookup<int, Finding> byLine;
    private readonly int? formerColumn;
    private readonly int width;

    /// <summary><paramref name="filed"/> are the bytes of the upload; null where they were too large to be kept.</summary>
    public FindingsWorkbook(Receipt receipt, ReadOnlyMemory<byte>? filed)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        this.receipt = receipt;
        var blob = receipt.Path[(receipt.Path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        sheet = filed is { } bytes && ReturnPath.TryParse(blob, out var path)
            ? FiledSheet.Of(path.Kind, bytes, ReadingLimits.Default with { MaxBytes = bytes.Length })
            : null;
        byLine = receipt.Findings.Where(finding => finding.Line is not null).ToLookup(finding => finding.Line!.Value);
        formerColumn = sheet is { Rows.Count: > 0 } ? FindingsColumn.In(sheet.Rows[sheet.HeaderLine - 1]) : null;
        width = sheet?.Rows.Select(Kept).Max(row => (int?)row.Count) ?? 0;
    }

    /// <summary>The file's rows, each with its findings; where the file could not be read as rows, the findings alone.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows => sheet is null
        ? List()
        : sheet.Rows.Index().Select(row => Annotated(row.Index + 1, Kept(row.Item))).Concat(Beyond(sheet.Rows.Count));

    /// <summary>The rows on a first sheet, and on a second all findings as a list.</summary>
    public byte[] ToWorkbook()
    {
        var list = SpreadsheetPage.OfText(OwnSheets.Findings, List(), [10, 24, 8, 18, 24, 40, FindingsWidth]);
        return sheet is null
            ? SpreadsheetFile.Of([list])
            : SpreadsheetFile.Of([SpreadsheetPage.OfText("Return", Rows, [.. Enumerable.Repeat(UsualWidth, width), FindingsWidth]), list]);
    }

    private IReadOnlyList<string> Kept(string[] row) =>
        formerColumn is { } former && former < row.Length ? [.. row[..former], .. row[(former + 1)..]] : row;

    private IReadOnlyList<string> Annotated(int line, IReadOnlyList<string> row)
    {
        var found = string.Join(" | ", byLine[line].Select(Sentence));
        var text = line == sheet!.HeaderLine ? string.Concat(Heading(), found.Length > 0 ? " | " : "", found) : found;
        return text.Length == 0 ? row : [.. row, .. Enumerable.Repeat("", width - row.Count), text];
    }

    /// <summary>Findings on lines that the file, as it is given back, does not have: none is left out.</summary>
    private IEnumerable<IReadOnlyList<string>> Beyond(int rows) =>
        byLine.Where(line => line.Key > rows).OrderBy(line => line.Key)
            .Select(line =>
                (IReadOnlyList<string>)[.. Enumerable.Repeat("", width),
                    string.Create(CultureInfo.InvariantCulture, $"line {line.Key}: ") + string.Join(" | ", line.Select(Sentence))]);

    private string Heading()
    {
        var whole = receipt.Findings.Where(finding => finding.Line is null).Select(Sentence);
        string[] cut = receipt.FindingsTotal > receipt.Findings.Count
            ? [string.Create(CultureInfo.InvariantCulture,
                $"The first {receipt.Findings.Count:#,##0} of {receipt.FindingsTotal:#,##0} findings are listed.")]
            : [];
        return string.Join(" | ", [FindingsColumn.Name, .. cut, .. whole]);
    }

    private static string Sentence(Finding finding) =>
        $"{Codes.Of(finding.Severity).ToUpperInvariant()}{(finding.Column is null ? "" : $" in {finding.Column}")}: {finding.Message}";

    private IEnumerable<IReadOnlyList<string>> List() => receipt.Findings
        .Select(finding => (IReadOnlyList<string>)
        [
            Codes.Of(finding.Severity), finding.Code, finding.Line?.ToString(CultureInfo.InvariantCulture) ?? "", finding.Column ?? "",
            finding.Value ?? "", finding.Expected, finding.Message,
        ])
        .Prepend([OwnSheets.FindingsTitle, "code", "line", "column", "value", "expected", "message"]);
}
