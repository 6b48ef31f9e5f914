using System.IO.Compression;
using System.Security;
using System.Text;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>A small .xlsx written by hand: a row is text cells parted by |, or whole c elements.</summary>
internal sealed class WorkbookFile
{
    private const string Transitional = "http://schemas.openxmlformats.org/";
    private const string Main = $"{Transitional}spreadsheetml/2006/main";
    private const string Office = $"{Transitional}officeDocument/2006/relationships";
    private const string Package = $"{Transitional}package/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<string> tables = [];

    /// <summary>Number formats of the styles from 6 on.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Elements of the workbook beside its sheets.</summary>
    public string Book { get; init; } = "";

    /// <summary>The si elements that cells name by number.</summary>
    public string SharedTexts { get; init; } = "";

    /// <summary>Differential styles, which rules name.</summary>
    public string Rules { get; init; } = "";

    /// <summary>Written as Strict Open XML, with names of its own.</summary>
    public bool IsStrict { get; init; }

    /// <summary>More relationships of the workbook, and of its first sheet.</summary>
    public string BookLinks { get; init; } = "";

    public string SheetLinks { get; init; } = "";

    /// <summary>The last word of the type by which the workbook names its sheets.</summary>
    public string SheetKind { get; init; } = "worksheet";

    public char Slash { get; init; } = '/';

    /// <summary>The folder in which the workbook says that its sheets lie.</summary>
    public string SheetFolder { get; init; } = "worksheets/";

    /// <summary>Style 1 is a date, 2 is 0.00%, 3 shows thousands, 4 has a percent sign in quotes, 5 is struck out.</summary>
    private string Styles =>
        $"""
        <styleSheet xmlns="{Main}"><numFmts count="{Formats.Count + 2}"><numFmt numFmtId="164" formatCode="#,##0,"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/>
        {string.Concat(Formats.Select((code, i) => $"<numFmt numFmtId=\"{i + 166}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"))}</numFmts>
        <fonts count="2"><font><sz val="11"/></font><font><strike/></font></fonts>
        <cellXfs count="{Formats.Count + 6}"><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="0" fontId="1"/>
        {string.Concat(Formats.Select((_, i) => $"<xf numFmtId=\"{i + 166}\"/>"))}</cellXfs><dxfs>{Rules}</dxfs></styleSheet>
        """;

    public static byte[] Of(params string[] rows) => new WorkbookFile().With("Return", rows).ToArray();

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string number, int style = 0) => $"<c s=\"{style}\"><v>{number}</v></c>";

    public static string[] Split(string row) => [.. row.Split('|').Select(cell => cell.Length == 0 ? "<c/>" : Text(cell))];

    public WorkbookFile With(string name, IEnumerable<string> rows, string state = "visible", string after = "", string before = "")
    {
        var numbered = rows.Select((row, i) => row.StartsWith('<') ? row : Row(i + 1, Split(row)));
        sheets.Add((name, state,
            $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Office}\">{before}<sheetData>{string.Concat(numbered)}"
            + $"</sheetData>{after}</worksheet>"));
        return this;
    }

    /// <summary>A table of the first sheet, which names it rt1, rt2….</summary>
    public WorkbookFile WithTable(string name, string block, string attributes = "")
    {
        var number = tables.Count + 1;
        tables.Add($"<table xmlns=\"{Main}\" id=\"{number}\" name=\"{name}\" displayName=\"{name}\" ref=\"{block}\" {attributes}/>");
        return this;
    }

    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string path, string text) => Write(archive, path.Replace('/', Slash), IsStrict ? Strict(text) : text);

            Put("[Content_Types].xml", Types());
            Put("_rels/.rels", Links($"<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Put("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{Each(Sheet)}</sheets>{Book}</workbook>");
            Put("xl/_rels/workbook.xml.rels",
                Links($"{Each(Link)}{Link("styles", "styles.xml")}{(SharedTexts.Length > 0 ? Link("sharedStrings", "sharedStrings.xml") : "")}{BookLinks}"));
            Put("xl/styles.xml", Styles);
            for (var i = 0; i < sheets.Count; i++)
            {
                Put($"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
            }

            if (SharedTexts.Length > 0)
            {
                Put("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{SharedTexts}</sst>");
            }

            if (tables.Count + SheetLinks.Length > 0)
            {
                Put("xl/worksheets/_rels/sheet1.xml.rels", Links(string.Concat(tables.Select((_, i) =>
                    $"<Relationship Id=\"rt{i + 1}\" Type=\"{Office}/table\" Target=\"../tables/table{i + 1}.xml\"/>")) + SheetLinks));
            }

            for (var i = 0; i < tables.Count; i++)
            {
                Put($"xl/tables/table{i + 1}.xml", tables[i]);
            }
        }

        return stream.ToArray();
    }

    public static void Write(ZipArchive archive, string path, string text)
    {
        using var part = archive.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Strict(string text) => text
        .Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
        .Replace(Office, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal);

    private string Types() =>
        $"""
        <Types xmlns="{Transitional}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Kind}.sharedStrings+xml"/>
        {Each(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>")}</Types>
        """;

    private static string Links(string links) => $"<Relationships xmlns=\"{Package}\">{links}</Relationships>";

    private static string Link(string kind, string target) => $"<Relationship Id=\"{kind}\" Type=\"{Office}/{kind}\" Target=\"{target}\"/>";

    private string Each(Func<int, string> element) => string.Concat(Enumerable.Range(1, sheets.Count).Select(element));

    private string Sheet(int number) =>
        $"<sheet name=\"{sheets[number - 1].Name}\" sheetId=\"{number}\" state=\"{sheets[number - 1].State}\" r:id=\"r{number}\"/>";

    private string Link(int number) =>
        $"<Relationship Id=\"r{number}\" Type=\"{Office}/{(number == 1 ? SheetKind : "worksheet")}\" "
            + $"Target=\"{SheetFolder}sheet{number}.xml\"/>";
}
