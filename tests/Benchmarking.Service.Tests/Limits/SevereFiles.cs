using System.IO.Compression;
using System.Text;

namespace Benchmarking.Service.Tests.Limits;

/// <summary>Files made to cost as much as they can, each within the limit of bytes. <c>Unpacked</c> is what a check has before it: the file
/// itself, or the parts of a workbook.</summary>
internal sealed record SevereFile(string Kind, byte[] Bytes, long Unpacked)
{
    private const string Header = "financial_year,category,amount,unit,status\n";
    private const string Space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Raised = "<r><t>x10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>";

    public static IReadOnlyDictionary<string, Func<SevereFile>> All { get; } = new Dictionary<string, Func<SevereFile>>
    {
        ["a line of 1,000,000 columns"] = () => Csv($"{Header}{string.Join(',', Enumerable.Range(1_000_000, 1_000_000))}\n"),
        ["a line of 2,400,000 quotes"] = () => Csv($"{Header}{Times(" \"x,", 2_400_000)}\n"),
        ["a curled quote before 1,000,000 commas"] = () => Csv($"{Header}“{new string(',', 1_000_000)}\n"),
        ["200,000 rows of faults"] = () => Csv($"{Header}{Times("a,b,c,d,e\n", 199_000)}"),
        ["120,000 good rows"] = () => Csv(
            $"{Header}{string.Concat(Enumerable.Range(0, 120_000).Select(i => $"2012-13,managing-demand,{i + 1000},gbp,actual\n"))}"),
        ["60 sheets on one part of 15.8 MB"] = () => Book("", Times("<row><c><v></v></c><c/></row>", 540_000), sheets: 60),
        ["34 cells of 30,000 runs"] = () => Book(Times(
            $"<row>{Times($"<c t=\"inlineStr\"><is>{Times(Raised, 15_000)}</is></c>", 2)}</row>", 17)),
        ["an element of 400,000 attributes"] = () => Book(
            $"<row {string.Concat(Enumerable.Range(0, 400_000).Select(i => $"a{i}=\"\" "))}/>"),
        ["3,000,000 cells"] = () => Book(Times($"<row>{Times("<c><v>1</v></c>", 90)}</row>", 33_000)),
        ["1,900,000 shared texts"] = () => Book("", texts: Times("<si><t>ab</t></si>", 1_900_000)),
    };

    private static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static SevereFile Csv(string text) => new("csv", Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetByteCount(text));

    private static SevereFile Book(string rows, string others = "", string texts = "", int sheets = 1)
    {
        var head = $"<row>{string.Concat(Header.Trim().Split(',').Select(name => $"<c t=\"inlineStr\"><is><t>{name}</t></is></c>"))}</row>";
        var numbers = Enumerable.Range(1, sheets).ToArray();
        (string Name, string Text)[] parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(numbers.Select(i =>
                    $"<Relationship Id=\"r{i}\" Type=\"worksheet\" Target=\"worksheets/s{Math.Min(i, 2)}.xml\"/>"))
                + "</Relationships>"),
            ("xl/workbook.xml", $"<workbook {Space}><sheets>"
                + string.Concat(numbers.Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>"),
            ("xl/worksheets/s1.xml", $"<worksheet {Space}><sheetData>{head}{rows}</sheetData></worksheet>"),
            ("xl/worksheets/s2.xml", $"<worksheet {Space}><sheetData>{others}</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", $"<sst {Space}>{texts}</sst>"),
        ];
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(text);
            }
        }

        return new("xlsx", stream.ToArray(), parts.Sum(part => (long)part.Text.Length));
    }
}
