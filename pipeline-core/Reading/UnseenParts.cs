using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>What an officer does not see of the rows that were read, or sees otherwise: hidden rows and columns, and figures whose format a
/// rule changes.</summary>
internal static class UnseenParts
{
    public static IEnumerable<Finding> Find(Header header, Sheet sheet, IReadOnlyList<SheetRow> rows) =>
        [.. HiddenRows(rows), .. HiddenColumns(header, sheet, rows), .. Ruled(header, sheet, rows)];

    private static IEnumerable<Finding> HiddenRows(IReadOnlyList<SheetRow> rows)
    {
        int[] hidden = [.. rows.Where(row => row.IsHidden).Select(row => row.Line)];
        return hidden.Length == 0 ? [] : [FindingCatalogue.RowsHidden.At(hidden[0], null, LineList.Of(hidden), "rows that are seen")];
    }

    private static IEnumerable<Finding> HiddenColumns(Header header, Sheet sheet, IReadOnlyList<SheetRow> rows)
    {
        var filled = sheet.HiddenColumns.Where(index => header.Column(index) is not null)
            .Select(index => (Index: index, First: rows.FirstOrDefault(row => row.At(index).Length > 0)))
            .Where(column => column.First is not null).ToArray();
        if (filled.Length == 0)
        {
            return [];
        }

        var names = string.Join(", ", filled.Select(column => $"{header.NameAt(column.Index)} ({CellText.ColumnLetters(column.Index)})"));
        return [FindingCatalogue.ColumnsHidden.At(filled.Min(column => column.First!.Line), header.NameAt(filled[0].Index), names,
            "columns that are seen")];
    }

    private static IEnumerable<Finding> Ruled(Header header, Sheet sheet, IReadOnlyList<SheetRow> rows) =>
        from block in sheet.Ruled
        let first = FirstFigure(header, rows, block)
        where first is not null
        select FindingCatalogue.FormatConditional.At(first.Value.Line, header.NameAt(first.Value.Column), block.ToString(),
            "the figure that it holds");

    private static (int Line, int Column)? FirstFigure(Header header, IReadOnlyList<SheetRow> rows, CellBlock block)
    {
        int[] columns = [.. header.ColumnAt.Index().Where(place => place.Item is { IsNumber: true }
            && place.Index >= block.FirstColumn && place.Index <= block.LastColumn).Select(place => place.Index)];
        return columns.Length == 0 ? null
            : rows.Where(row => row.Line >= block.FirstLine && row.Line <= block.LastLine)
                .SelectMany(row => columns.Where(column => row.At(column).Length > 0).Select(column => ((int, int)?)(row.Line, column)))
                    .FirstOrDefault();
    }
}
