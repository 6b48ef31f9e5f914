using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Reads the unit of a row.</summary>
internal static class UnitCell
{
    private const string Column = "unit";

    /// <summary>The unit where it is one of the fitting ones; <paramref name="of"/> names what the row states.</summary>
    public static Unit? Read(RowCells cells, IReadOnlyList<Unit> fitting, string of)
    {
        var text = cells.Optional(Column);
        var known = Codes.TryParse<Unit>(text, out var unit);
        if (known && fitting.Contains(unit))
        {
            return unit;
        }

        string[] words = [.. fitting.Select(Codes.Of)];
        var expected = WordCell.Expected(known ? "" : text ?? "", words);
        var definition = text is null ? FindingCatalogue.CellRequired : known ? FindingCatalogue.UnitUnfit : FindingCatalogue.UnitUnknown;
        cells.Report(definition, Column, expected, of);
        return null;
    }
}
