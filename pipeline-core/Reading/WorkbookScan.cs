using System.IO.Compression;
using System.Xml;

namespace Benchmarking.Core.Reading;

/// <summary>What the workbook reader does not tell: which cells show an error (it gives them as blank), how far the content reaches
/// (it counts formatted blank cells), and whether the parts are such that reading them would take hours.</summary>
internal static class WorkbookScan
{
    private const int MostSheets = 1_000;
    private const int MostEntries = 10_000;

    /// <summary>The sheets in the order of their tabs.</summary>
    public static IReadOnlyList<SheetScan> Of(ZipArchive archive)
    {
        Require(archive.Entries.Count <= MostEntries);
        Require(Part(archive, "xl/workbook.xml") is not null);
        if (Part(archive, "xl/sharedStrings.xml") is { } texts)
        {
            RequireReadable(texts);
        }

        var targets = Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship", xml =>
            (Id: xml.GetAttribute("Id") ?? "", Target: xml.GetAttribute("Target") ?? "")).ToLookup(pair => pair.Id, pair => pair.Target);
        var sheets = Elements(archive, "xl/workbook.xml", "sheet", xml => (
            Name: xml.GetAttribute("name") ?? "",
            IsVisible: (xml.GetAttribute("state") ?? "visible") == "visible",
            Id: xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? ""));
        Require(sheets.Count is > 0 and <= MostSheets && targets.Count <= MostEntries);
        return [.. sheets.Select(sheet => SheetScan.Of(
            sheet.Name, sheet.IsVisible, targets[sheet.Id].FirstOrDefault() is { } target ? Part(archive, PathOf(target)) : null))];
    }

    public static void Require(bool isSound)
    {
        if (!isSound)
        {
            throw new InvalidDataException();
        }
    }

    private static string PathOf(string target) =>
        target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : $"xl/{target}";

    private static ZipArchiveEntry? Part(ZipArchive archive, string path) => archive.Entries.FirstOrDefault(entry =>
        entry.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));

    private static List<T> Elements<T>(ZipArchive archive, string path, string name, Func<XmlReader, T> read)
    {
        var found = new List<T>();
        if (Part(archive, path) is { } part)
        {
            using var stream = part.Open();
            using var xml = XmlReader.Create(stream);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
                {
                    found.Add(read(xml));
                }
            }
        }

        return found;
    }

    private static void RequireReadable(ZipArchiveEntry texts)
    {
        using var stream = texts.Open();
        using var xml = XmlReader.Create(stream);
        var runs = new TextRuns();
        while (xml.Read())
        {
            runs.Count(xml);
        }
    }
}
