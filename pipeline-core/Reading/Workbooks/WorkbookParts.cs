using System.IO.Compression;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What one part says of another: <c>Kind</c> is the last word of the relationship's type, which Strict Open XML has in common
/// with the usual form.</summary>
internal readonly record struct PartLink(string Id, string Kind, string Path);

/// <summary>The parts of a workbook by their paths. Case and the direction of slashes do not matter, as in Excel.</summary>
internal sealed class WorkbookParts
{
    private const string UsualBook = "xl/workbook.xml";

    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly WorkbookLimits limits;
    private readonly CancellationToken token;

    public WorkbookParts(ZipArchive archive, WorkbookLimits limits, CancellationToken token)
    {
        (this.limits, this.token) = (limits, token);
        foreach (var entry in archive.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        BookPath = Links("").FirstOrDefault(link => link.Kind == "officeDocument" && entries.ContainsKey(link.Path)).Path ?? UsualBook;
        WorkbookLimits.Require(entries.ContainsKey(BookPath));
        BookLinks = Links(BookPath);
    }

    public string BookPath { get; }

    public IReadOnlyList<PartLink> BookLinks { get; }

    /// <summary>The part of a kind that the workbook has one of, such as its styles; null where it has none. Some programs do not say which
    /// it is, and put it where everybody does.</summary>
    public PartReader? OpenOnly(string kind)
    {
        var path = BookLinks.FirstOrDefault(link => link.Kind == kind && Has(link.Path)).Path ?? $"xl/{kind}.xml";
        return Has(path) ? Open(path) : null;
    }

    public bool Has(string path) => entries.ContainsKey(path);

    public PartReader Open(string path) => new(entries[path].Open(), limits, token);

    /// <summary>The parts that a part names; without a path those that the whole package names.</summary>
    public IReadOnlyList<PartLink> Links(string path)
    {
        var (folder, name) = Split(path);
        var links = new List<PartLink>();
        if (!entries.TryGetValue($"{folder}_rels/{name}.rels", out var entry))
        {
            return links;
        }

        using var xml = new PartReader(entry.Open(), limits, token);
        foreach (var _ in xml.Elements().Where(element => element == "Relationship" && xml.Attribute("TargetMode") != "External"))
        {
            var kind = xml.Attribute("Type") ?? "";
            links.Add(new(xml.Attribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Resolved(folder, xml.Attribute("Target") ?? "")));
            WorkbookLimits.Require(links.Count <= limits.MaxParts);
        }

        return links;
    }

    private static (string Folder, string Name) Split(string path)
    {
        var at = path.LastIndexOf('/') + 1;
        return (path[..at], path[at..]);
    }

    /// <summary>A target is a path from the folder of the part that names it, or with a slash in front from the root.</summary>
    private static string Resolved(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
