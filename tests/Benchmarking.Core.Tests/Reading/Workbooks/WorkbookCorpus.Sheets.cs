using System.IO.Compression;
using System.Text;
using static Benchmarking.Core.Tests.Reading.WorkbookFile;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

internal static partial class WorkbookCorpus
{
    private const string Good = "2012-13|total|500000|gbp|actual||";
    private const string Rule = "<conditionalFormatting sqref=\"C2:C9\"><cfRule type=\"cellIs\" dxfId=\"0\" operator=\"greaterThan\">"
        + "<formula>1</formula></cfRule></conditionalFormatting>";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Parts =
    [
        CorpusBook.Header, "2012-13|prevention|300000|gbp|actual||", "2012-13|other|100000|gbp|actual||superseded",
            "2012-13|managing-demand|50000|gbp|actual||",
    ];

    private static IEnumerable<CorpusBook> Sheets() =>
    [
        Rowed("unseen", "hidden row", "two rows", "held: rows-hidden", "hidden=\"1\""),
        Rowed("unseen", "row without height", "two rows", "held: rows-hidden", "ht=\"0\" customHeight=\"1\""),
        Rowed("unseen", "row that a filter leaves out", "two rows", "held: rows-hidden", "hidden=\"1\"", "<autoFilter ref=\"A1:G4\"/>"),
        new("unseen", "hidden column", "no unit", "held: columns-hidden",
            () => Plain(Parts, before: "<cols><col min=\"4\" max=\"4\" width=\"9\" hidden=\"1\"/></cols>")),
        new("unseen", "hidden column without entries", "no cost", "£500,000",
            () => Plain([CorpusBook.Header, Good], before: "<cols><col min=\"6\" max=\"6\" hidden=\"1\"/></cols>")),
        new("unseen", "hidden sheet in front", "the return", "£500,000 (sheets-ignored)",
            () => new WorkbookFile().With("Lists", ["gbp"], "hidden").With("Return", [CorpusBook.Header, Good]).ToArray()),
        new("unseen", "very hidden sheet in front", "the return", "£500,000 (sheets-ignored)",
            () => new WorkbookFile().With("Lists", ["gbp"], "veryHidden").With("Return", [CorpusBook.Header, Good]).ToArray()),
        new("unseen", "sheet of a chart in front", "a chart", "£500,000",
            () => new WorkbookFile { SheetKind = "chartsheet" }.With("Chart", []).With("Return", [CorpusBook.Header, Good]).ToArray()),
        new("table", "totals row of a table", "450000 beneath the rows", "£300,000 + £100,000 + £50,000 (table-totals-row)",
            () => new WorkbookFile()
            .WithTable("Savings", "A1:G5", "totalsRowCount=\"1\"")
            .With("Return", [.. Parts, Row(5, Text("Total"), "<c/>", "<c><f>SUBTOTAL(109,Savings[amount])</f><v>450000</v></c>")],
                after: "<tableParts><tablePart r:id=\"rt1\"/></tableParts>").ToArray()),
        new("table", "table without a totals row", "three rows", "£300,000 + £100,000 + £50,000", () => new WorkbookFile()
            .WithTable("Savings", "A1:G4", "totalsRowShown=\"0\"")
                .With("Return", Parts, after: "<tableParts><tablePart r:id=\"rt1\"/></tableParts>").ToArray()),
        new("rule", "number format by a rule", "0.5", "refused: format-conditional",
            () => new WorkbookFile { Rules = "<dxf><numFmt numFmtId=\"180\" formatCode=\"0.0,,\"/></dxf>" }
            .With("Return", [CorpusBook.Header, Good],
                after: Rule).ToArray()),
        new("rule", "colour by a rule", "500000", "£500,000",
            () => new WorkbookFile { Rules = "<dxf><font><color rgb=\"FFFF0000\"/></font></dxf>" }
            .With("Return", [CorpusBook.Header, Good],
                after: Rule).ToArray()),
        new("merged", "merged cells among the rows", "one figure for two rows", "refused: cells-merged",
            () => Plain(Parts, after: "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>")),
        new("merged", "merged title", "a title over the columns", "£500,000 (header-not-first)",
            () => Plain(["Savings of the council", CorpusBook.Header, Good], after: "<mergeCells><mergeCell ref=\"A1:G1\"/></mergeCells>")),
    ];

    private static IEnumerable<CorpusBook> Packages() =>
    [
        Packed("Strict Open XML", "£500,000", new() { IsStrict = true }),
        Given("package", "date of Strict Open XML", "01/04/2012", "refused: number-date", new() { IsStrict = true },
            "<c t=\"d\" s=\"1\"><v>2012-04-01T00:00:00</v></c>"),
        Packed("paths with backslashes", "£500,000", new() { Slash = '\\' }),
        Packed("targets from the root, with backslashes", "£500,000", new() { SheetFolder = "\\xl\\worksheets\\" }),
        Packed("targets from the root", "£500,000", new() { SheetFolder = "/xl/worksheets/" }),
        Packed("relationship to a part that is not there", "£500,000",
            new() { BookLinks = $"<Relationship Id=\"x\" Type=\"{Office}/externalLink\" Target=\"externalLinks/e1.xml\"/>" }),
        Packed("hyperlink that is none", "£500,000",
            new() { SheetLinks = $"<Relationship Id=\"h\" Type=\"{Office}/hyperlink\" Target=\"mailto:one@\" TargetMode=\"External\"/>" }),
        new("package", "binary workbook (.xlsb)", "", "refused: format-unsupported", () => Zip("xl/workbook.bin")),
        new("package", "OpenDocument (.ods)", "", "refused: format-unsupported", () => Zip("mimetype", "content.xml")),
        new("package", "Apple Numbers", "", "refused: format-unsupported", () => Zip("Index/Document.iwa")),
        new("package", "old workbook (.xls)", "", "refused: format-unsupported",
            () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]),
        new("package", "workbook with a password", "", "refused: workbook-protected",
            () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
    ];

    private static CorpusBook Packed(string name, string gives, WorkbookFile book) =>
        new("package", name, "500000", gives, () => book.With("Return", [CorpusBook.Header, Good]).ToArray());

    /// <summary>The third row is there but not seen.</summary>
    private static CorpusBook Rowed(string kind, string name, string shows, string gives, string attributes, string after = "") =>
        new(kind, name, shows, gives, () =>
        Plain([.. Parts[..2], Row(3, Split(Parts[2])).Replace("<row r=\"3\"", $"<row r=\"3\" {attributes}", StringComparison.Ordinal),
            Parts[3]], after: after));

    private static byte[] Plain(string[] rows, string before = "", string after = "") =>
        new WorkbookFile().With("Return", rows, before: before, after: after).ToArray();

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                Write(archive, name, "x");
            }
        }

        return stream.ToArray();
    }
}
