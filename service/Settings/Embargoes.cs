using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Settings;

/// <summary>Until when a year's figures, or those of one kind of its returns where <c>Kind</c> is given, are contributors' only.</summary>
internal sealed record Embargo(FinancialYear Year, ReturnKind? Kind, DateTimeOffset Until)
{
    public bool Covers(ReturnPath path) => path.Year == Year && (Kind is null || path.Kind == Kind);
}

/// <summary>The embargoes that the operator has set: <c>2024-25 2025-10-01T09:30:00+01:00; 2025-26 savings …</c>.</summary>
internal sealed record Embargoes(IReadOnlyList<Embargo> All)
{
    /// <summary>Null where the setting cannot be read or says two dates of one year and kind.</summary>
    public static Embargoes? Read(string setting)
    {
        var all = new List<Embargo>();
        foreach (var entry in setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Entry(entry.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is not { } embargo
                || all.Any(other => (other.Year, other.Kind) == (embargo.Year, embargo.Kind)))
            {
                return null;
            }

            all.Add(embargo);
        }

        return new Embargoes(all);
    }

    private static Embargo? Entry(string[] words) => words switch
    {
        [var year, var until] => Entry(year, null, until),
        [var year, var kind, var until] when Codes.TryParse<ReturnKind>(kind, out var known) => Entry(year, known, until),
        _ => null,
    };

    private static Embargo? Entry(string yearText, ReturnKind? kind, string untilText) =>
        FinancialYear.TryParse(yearText, out var year) && OffsetTime.TryRead(untilText, out var until) ? new(year, kind, until) : null;
}
