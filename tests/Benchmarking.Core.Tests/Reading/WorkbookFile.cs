using System.IO.Compression;
using System.Text;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>A minimal .xlsx written by hand: a row is text cells parted by |, or whole c elements.</summary>
internal sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    /// <summary>Style 1 is a date, 2 is 0.0%, 3 shows thousands, 4 has a percent sign in quotes.</summary>
    private static string Styles =>
        $"""
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0,"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/></numFmts>
        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
        """;

    public static byte[] Of(params string[] rows) => new WorkbookFile().With("Return", rows).ToArray();

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string number, int style = 0) => $"<c s=\"{style}\"><v>{number}</v></c>";

    public static string[] Split(string row) => [.. row.Split('|').Select(cell => cell.Length == 0 ? "<c/>" : Text(cell))];

    public WorkbookFile With(string name, IEnumerable<string> rows, string state = "visible", string after = "")
    {
        var numbered = rows.Select((row, i) => row.StartsWith('<') ? row : Row(i + 1, Split(row)));
        sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(numbered)}</sheetData>{after}</worksheet>"));
        return this;
    }

    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{Each(Sheet)}</sheets></workbook>");
            Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{Each(Relationship)}</Relationships>");
            Write(archive, "xl/styles.xml", Styles);
            for (var i = 0; i < sheets.Count; i++)
            {
                Write(archive, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
            }
        }

        return stream.ToArray();
    }

    public static void Write(ZipArchive archive, string path, string text)
    {
        using var part = archive.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private string Each(Func<int, string> element) => string.Concat(Enumerable.Range(1, sheets.Count).Select(element));

    private string Sheet(int number) =>
        $"<sheet name=\"{sheets[number - 1].Name}\" sheetId=\"{number}\" state=\"{sheets[number - 1].State}\" r:id=\"r{number}\"/>";

    private static string Relationship(int number) => $"<Relationship Id=\"r{number}\" Target=\"worksheets/sheet{number}.xml\"/>";
}
