using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Reads the unit of a row.</summary>
internal static class UnitCell
{
    private const string Column = "unit";

    /// <summary>The unit where it is one of the fitting ones; <paramref name="of"/> names what the row states where
    /// its measure does not.</summary>
    public static Unit? Read(RowCells cells, IReadOnlyList<Unit> fitting, string of, Measure? measure = null)
    {
        var text = cells.Optional(Column);
        var known = Codes.TryParse<Unit>(text, out var unit);
        if (known && fitting.Contains(unit))
        {
            return unit;
        }

        var definition = text is null ? FindingCatalogue.CellRequired : known ? FindingCatalogue.UnitUnfit : FindingCatalogue.UnitUnknown;
        cells.ReportUnread(definition, Column, Expected(text ?? "", known, fitting),
            measure is null ? of : $"'{measure.Label}'");
        return null;
    }

    private static string Expected(string text, bool isKnown, IReadOnlyList<Unit> fitting)
    {
        string[] words = [.. fitting.Select(Codes.Of)];
        string[] meant = [.. UnitWords.Of(text, fitting).Select(Codes.Of)];
        return meant.Length == 0 || words.Length == 1 ? WordCell.Expected(isKnown ? "" : text, words)
            : meant.Length == words.Length ? $"one of {string.Join(", ", words)}"
            : $"{string.Join(" or ", meant)}, or another of {string.Join(", ", words.Except(meant))}";
    }
}
