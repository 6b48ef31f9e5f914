using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Whether the columns are those of the return. Where they are not, the rows are not looked at.</summary>
internal static class HeaderCheck
{
    /// <summary>False where a finding is an error.</summary>
    public static bool Passes(Header header, Sheet sheet, List<Finding> findings)
    {
        List<Finding> found = [.. Missing(header), .. Duplicated(header), .. Strange(header, sheet)];
        if (found.Any(finding => finding.Code == FindingCatalogue.ColumnMissing.Code) && OtherKind(header) is { } other)
        {
            found = [FindingCatalogue.HeaderOfOtherKind.At(header.Line, null, Codes.Of(other), header.Layout.Name)];
        }

        findings.AddRange(found);
        return found.All(finding => finding.Severity != Severity.Error);
    }

    private static IEnumerable<Finding> Missing(Header header) =>
        from column in header.Layout.Columns
        where column.Required && !header.ColumnAt.Contains(column)
        select FindingCatalogue.ColumnMissing.At(header.Line, column.Name, null, column.Name);

    private static IEnumerable<Finding> Duplicated(Header header) =>
        from place in header.ColumnAt.Index()
        where place.Item is not null
        group place.Index by place.Item into places
        where places.Count() > 1
        select FindingCatalogue.ColumnDuplicated.At(
            header.Line,
            places.Key.Name,
            string.Join(", ", places.Select(CellText.ColumnLetters)),
            "once",
            places.Count().ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<Finding> Strange(Header header, Sheet sheet)
    {
        var content = FirstContent(header, sheet);
        for (var index = 0; index < Math.Max(header.Row.Width, content.Length); index++)
        {
            var (name, beneath) = (header.Row.At(index), index < content.Length ? content[index] : null);
            if (header.Column(index) is null && (name.Length > 0 || beneath is not null))
            {
                yield return name.Length > 0 ? Unknown(header, name, beneath) : Unnamed(index, beneath!);
            }
        }
    }

    /// <summary>The first row with content beneath each place of the header; cells beyond the header are another fault.</summary>
    private static SheetRow?[] FirstContent(Header header, Sheet sheet)
    {
        var first = new SheetRow?[header.Row.Width];
        if (Enumerable.Range(0, first.Length).All(index => header.Column(index) is not null))
        {
            // Nobody asks what stands beneath a name that is known.
            return first;
        }

        foreach (var row in sheet.Rows.Where(row => row.Line > header.Line && !header.IsRepeatedBy(row)))
        {
            for (var i = 0; i < Math.Min(first.Length, row.Cells.Length); i++)
            {
                first[i] ??= row.Cells[i].Length > 0 ? row : null;
            }
        }

        return first;
    }

    private static Finding Unknown(Header header, string name, SheetRow? beneath)
    {
        var names = header.Layout.Columns.Select(column => column.Name).ToList();
        var kind = header.Layout.Name;
        var nearest = NearestWord.To(name, names) is { } near ? $"; did you mean '{near}'?" : "";
        return beneath is null
            ? FindingCatalogue.ColumnIgnored.At(header.Line, name, name, "no unknown column", kind)
            : FindingCatalogue.ColumnUnknown.At(header.Line, name, name, string.Join(", ", names), kind, nearest);
    }

    private static Finding Unnamed(int index, SheetRow row) =>
        FindingCatalogue.ColumnUnnamed.At(row.Line, CellText.ColumnLetters(index), row.At(index), "a column name");

    /// <summary>The kind whose required columns are all there and of which more columns are there than of the return's own: what an
    /// activity return needs, a budget return has even without its amounts.</summary>
    private static ReturnKind? OtherKind(Header header) => Enum.GetValues<ReturnKind>()
        .Select(ReturnLayout.For)
        .Where(layout => layout.Columns.Where(column => column.Required).All(
            column => header.Row.Cells.Any(cell => layout.Find(cell) == column)))
        .Where(layout => layout.KnownNames(header.Row.Cells) > header.Layout.KnownNames(header.Row.Cells))
        .MaxBy(layout => layout.KnownNames(header.Row.Cells))?
        .Kind;
}
