using System.Globalization;

namespace Benchmarking.Core.Tests.Plausibility.Patterns;

/// <summary>One council's published figures of a year, in the order of the panel's measures; null where nothing was published.</summary>
internal sealed record CouncilYear(string Year, string Council, IReadOnlyList<decimal?> Figures);

/// <summary>Published figures of many councils and years.</summary>
internal sealed record FigurePanel(string Name, IReadOnlyList<string> Measures, IReadOnlyList<string> Units, IReadOnlyList<CouncilYear> All)
{
    /// <summary>A measure that fewer councils than this have in a year is left out of it.</summary>
    private const int FewestCouncils = 130;

    /// <summary>A council that lacks more measures of a year than this is left out of it.</summary>
    private const int MostMissing = 2;

    public static FigurePanel Costs { get; } = Read("costs, 2010-11 to 2013-14", "costs-2010-11-to-2013-14.csv");

    public static FigurePanel Outcomes { get; } = Read("outcomes, 2017-18 to 2023-24", "outcomes-2017-18-to-2023-24.csv");

    public IEnumerable<string> Years => All.Select(row => row.Year).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Places of the measures that are held for a year.</summary>
    public int[] MeasuresOf(string year) =>
    [
        .. Enumerable.Range(0, Measures.Count)
            .Where(at => All.Count(row => row.Year == year && row.Figures[at] is not null) >= FewestCouncils),
    ];

    public CouncilYear[] Of(string year)
    {
        var measures = MeasuresOf(year);
        return [.. All.Where(row => row.Year == year && measures.Count(at => row.Figures[at] is null) <= MostMissing)];
    }

    /// <summary>The same council's figures of the panel's year before; null for the first year and for councils that are new.</summary>
    public CouncilYear? Before(CouncilYear row) =>
        Years.LastOrDefault(year => string.CompareOrdinal(year, row.Year) < 0) is { } before
            ? All.FirstOrDefault(other => other.Year == before && other.Council == row.Council)
            : null;

    private static FigurePanel Read(string name, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Plausibility", "Patterns", file))
            .Select(line => line.Split(',')).ToArray();
        return new FigurePanel(name, lines[0][2..], lines[1][2..],
        [
            .. lines.Skip(2).Select(cells => new CouncilYear(cells[0], cells[1],
                [.. cells[2..].Select(cell => cell.Length == 0 ? (decimal?)null : decimal.Parse(cell, CultureInfo.InvariantCulture))])),
        ]);
    }
}
