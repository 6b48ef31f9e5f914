using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Reads cells that take a word of a closed list, and says which word was probably meant.</summary>
internal static class WordCell
{
    // Words that councils use for ours but that are not near to them in spelling. They are offered, never taken.
    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["achieved"] = "actual", ["delivered"] = "actual", ["outturn"] = "actual", ["final"] = "actual",
        ["forecast"] = "projected", ["estimate"] = "projected", ["estimated"] = "projected",
        ["planned"] = "target", ["plan"] = "target", ["budgeted"] = "target", ["proposed"] = "identified",
        ["secure"] = "assured", ["certain"] = "assured", ["likely"] = "projected", ["unlikely"] = "possible",
        ["recurring"] = "recurrent", ["ongoing"] = "recurrent", ["permanent"] = "recurrent",
        ["nonrecurrent"] = "one-off", ["once"] = "one-off",
        ["sum"] = "total", ["all"] = "total", ["grandtotal"] = "total", ["overalltotal"] = "total", ["subtotal"] = "total",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static T? Required<T>(RowCells cells, string column, FindingDefinition unknown)
        where T : struct, Enum
    {
        if (cells.Optional(column) is not null)
        {
            return Optional<T>(cells, column, unknown);
        }

        cells.Report(FindingCatalogue.CellRequired, column, Expected("", Codes.All<T>()));
        return null;
    }

    public static T? Optional<T>(RowCells cells, string column, FindingDefinition unknown)
        where T : struct, Enum
    {
        if (cells.Optional(column) is not { } text)
        {
            return null;
        }

        if (Codes.TryParse<T>(text, out var value))
        {
            return value;
        }

        cells.ReportUnread(unknown, column, Expected(text, Codes.All<T>()));
        return null;
    }

    /// <summary>What to write instead of a text: the word that was probably meant and the others, or any of them.</summary>
    public static string Expected(string text, IReadOnlyList<string> words)
    {
        if (words.Count == 1)
        {
            return words[0];
        }

        return Suggest(text, words) is { } meant
            ? $"{meant}, or another of {string.Join(", ", words.Where(word => word != meant))}"
            : $"one of {string.Join(", ", words)}";
    }

    /// <summary>The word of the list that was probably meant, or null.</summary>
    public static string? Suggest(string text, IReadOnlyList<string> words) =>
        Synonyms.TryGetValue(Codes.Fold(text), out var meant) && words.Contains(meant) ? meant : NearestWord.To(text, words);
}
