using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>An upload as a sheet, cell by cell as it was filed: nothing is trimmed or left out, so that the n-th row is the row that Excel
/// numbers n. A row that cannot be split into cells is one cell with its whole text. Of a workbook it is the sheet that is read, as it is
/// read.</summary>
public sealed record FiledSheet(IReadOnlyList<string[]> Rows, int HeaderLine)
{
    /// <summary>Null where the bytes are no sheet, one without rows or one beyond the limits.</summary>
    public static FiledSheet? Of(ReturnKind kind, ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var (layout, format, ignored) = (ReturnLayout.For(kind), FileFormat.Of(content.Span), new List<Finding>());
        if (format.Other is not null || content.Length > limits.MaxBytes)
        {
            return null;
        }

        var rows = format.IsPackage || format.IsCompound
            ? Workbook.Rows(content, format, limits)
            : TextDecoder.Decode(content.Span, ignored) is { } text && TextCheck.IsTable(text)
                ? DelimitedText.Rows(text, layout.KnownNames, limits) : null;
        return rows is null or [] ? null : new FiledSheet(rows, HeaderOf(rows, layout));
    }

    private static int HeaderOf(IReadOnlyList<string[]> rows, ReturnLayout layout) =>
        rows.Take(HeaderSearch.RowsSearched).Index().OrderByDescending(row => layout.KnownNames(row.Item.Select(CellText.Trim)))
            .Select(row => row.Index + 1).FirstOrDefault(1);
}
