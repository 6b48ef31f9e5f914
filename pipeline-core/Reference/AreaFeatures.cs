using System.Collections.Frozen;
using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A fact about the area of a council: <c>Year</c> is the calendar year it speaks of (Census day is 27 March 2011, estimates are
/// mid-year) and <c>Source</c> the publication, with its publisher. Facts of one <c>Vintage</c> are made alike, populations on one census,
/// so that they may stand in one series.</summary>
public sealed record AreaFeature(string Feature, int Year, decimal Value, string Source, string Vintage);

/// <summary>Population, size, rurality and deprivation of the councils' areas, each from the source years that are held.
/// Shares are percentages; density is persons per hectare.</summary>
public sealed class AreaFeatures
{
    private readonly FrozenDictionary<(string GssCode, string Feature), AreaFeature[]> values;

    private AreaFeatures(IEnumerable<(string GssCode, AreaFeature Value)> facts)
    {
        values = facts.GroupBy(fact => (fact.GssCode, fact.Value.Feature))
            .ToFrozenDictionary(group => group.Key, group => group.Select(fact => fact.Value).OrderBy(value => value.Year).ToArray());
        Features = [.. values.Keys.Select(key => key.Feature).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of all features, such as <c>population_65plus</c>.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The value of <see cref="Nearest"/>.</summary>
    public decimal? Find(Council council, string feature, FinancialYear year) => Nearest(council, feature, year)?.Value;

    /// <summary>The fact whose source year is nearest to the year in which the financial year begins, the earlier of two equally near;
    /// null where none is held for this council.</summary>
    public AreaFeature? Nearest(Council council, string feature, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(council);
        return values.TryGetValue((council.GssCode, feature), out var held)
            ? held.MinBy(value => Math.Abs(value.Year - year.StartYear))
            : null;
    }

    // Each source of the list has its file, so that another year takes data and no code.
    internal static AreaFeatures Load() => new(EmbeddedData.Json<SourceList>("sources.json").Sources
        .SelectMany(source => EmbeddedData.Csv($"area-{source.Code}.csv").SelectMany(row => Read(row, source))));

    private static IEnumerable<(string GssCode, AreaFeature Value)> Read(IReadOnlyDictionary<string, string> row, SourceEntry source) =>
        from cell in row
        where cell.Key != "gss_code"
        let value = decimal.Parse(cell.Value, NumberStyles.Number, CultureInfo.InvariantCulture)
        select (row["gss_code"], new AreaFeature(cell.Key, source.Year, value, $"{source.Publisher}, {source.Title}", source.Vintage));

    private sealed record SourceList(string Licence, IReadOnlyList<SourceEntry> Sources);

    private sealed record SourceEntry(string Code, string Title, string Publisher, int Year, string Vintage, string Note);
}
