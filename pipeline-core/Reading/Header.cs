using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The row with the column names, and which column of the return stands in which place.</summary>
internal sealed class Header
{
    private readonly string[] folded;

    public Header(SheetRow row, ReturnLayout layout)
    {
        (Row, Layout) = (row, layout);
        folded = [.. row.Cells.Select(Codes.Fold)];
        ColumnAt = [.. row.Cells.Select(layout.Find)];
    }

    public SheetRow Row { get; }

    public ReturnLayout Layout { get; }

    public int Line => Row.Line;

    /// <summary>The column in each place; null where the name is not known.</summary>
    public IReadOnlyList<ReturnColumn?> ColumnAt { get; }

    public ReturnColumn? Column(int index) => index < ColumnAt.Count ? ColumnAt[index] : null;

    /// <summary>Where a column stands, from 0; -1 where it does not.</summary>
    public int PlaceOf(ReturnColumn? column) =>
        ColumnAt.Index().Where(place => place.Item is not null && place.Item == column).Select(place => place.Index).FirstOrDefault(-1);

    /// <summary>What to call the column in a finding: its name, as written if it is not known, or Excel's letters.</summary>
    public string NameAt(int index) =>
        Column(index)?.Name ?? (Row.At(index) is { Length: > 0 } written ? written : CellText.ColumnLetters(index));

    public bool IsRepeatedBy(SheetRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells.Length != folded.Length || !Codes.AreSame(row.Cells[i], folded[i]))
            {
                return false;
            }
        }

        return row.Cells.Length == folded.Length;
    }
}
