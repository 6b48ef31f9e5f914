using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Benchmarking.Core.Publishing;

/// <summary>A sheet to write: every cell is text, whatever it looks like. <c>Widths</c> are those of the first columns, in characters.</summary>
public sealed record SpreadsheetPage(string Name, IEnumerable<IReadOnlyList<string>> Rows, IReadOnlyList<int> Widths);

/// <summary>Writes an Excel workbook (ECMA-376) in which every cell is text with the format Text: nothing is run as a formula, and Excel makes
/// no date of 2012-13 when the cell is edited. The packages that write workbooks would add a tenth to the app's size.</summary>
public static partial class SpreadsheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>What a cell of the format can hold; the rest of a longer text is cut off.</summary>
    public const int LongestCell = 32_767;

    // A ZIP archive states a time for each part; always the same one, so that the same pages are the same bytes.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Style 1 is Text, the number format 49 of the standard.
    private const string Styles =
        $"""
        <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    public static byte[] Of(params IReadOnlyList<SpreadsheetPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", xml => WriteTypes(xml, pages.Count));
            Write(archive, "_rels/.rels", xml => WriteRelationships(xml, [("officeDocument", "xl/workbook.xml")]));
            Write(archive, "xl/workbook.xml", xml => WriteBook(xml, pages));
            Write(archive, "xl/_rels/workbook.xml.rels", xml => WriteRelationships(
                xml, [.. pages.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
            Write(archive, "xl/styles.xml", xml => xml.WriteRaw(Styles));
            foreach (var (index, page) in pages.Index())
            {
                Write(archive, $"xl/worksheets/sheet{index + 1}.xml", xml => WriteSheet(xml, page));
            }
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string path, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Written;
        using var part = entry.Open();
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        write(xml);
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Empty(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Empty(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Empty(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Kind}.sheet.main+xml"));
        Empty(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Kind}.styles+xml"));
        for (var i = 1; i <= sheets; i++)
        {
            Empty(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", $"{Kind}.worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRelationships(XmlWriter xml, IReadOnlyList<(string Type, string Target)> targets)
    {
        xml.WriteStartElement("Relationships", Package);
        foreach (var (index, (type, target)) in targets.Index())
        {
            Empty(xml, "Relationship", ("Id", $"r{index + 1}"), ("Type", $"{Office}/{type}"), ("Target", target));
        }

        xml.WriteEndElement();
    }

    private static void WriteBook(XmlWriter xml, IReadOnlyList<SpreadsheetPage> pages)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets", Main);
        foreach (var (index, page) in pages.Index())
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", page.Name);
            xml.WriteAttributeString("sheetId", $"{index + 1}");
            xml.WriteAttributeString("id", Office, $"r{index + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, SpreadsheetPage page)
    {
        xml.WriteStartElement("worksheet", Main);
        if (page.Widths.Count > 0)
        {
            xml.WriteStartElement("cols", Main);
            foreach (var (index, width) in page.Widths.Index())
            {
                Empty(xml, "col", ("min", $"{index + 1}"), ("max", $"{index + 1}"), ("width", $"{width}"), ("customWidth", "1"), ("style", "1"));
            }

            xml.WriteEndElement();
        }

        xml.WriteStartElement("sheetData", Main);
        foreach (var (index, row) in page.Rows.Index())
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", $"{index + 1}");
            foreach (var text in row)
            {
                WriteCell(xml, text);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string text)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", "1");
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Escaped(text.Length > LongestCell ? text[..LongestCell] : text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>What XML cannot hold is written as _x0001_, and what already looks so has its own underscore written that way.</summary>
    private static string Escaped(string text) => NotInXml().Replace(text, match => $"_x{(int)match.Value[0]:X4}_");

    private static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex NotInXml();
}
