namespace Benchmarking.Core.Reference;

/// <summary>How far a figure may move from last year's before it is asked about: by <c>Percent</c> or more, where the larger of the two
/// figures is at least <c>Floor</c> (in the normal unit).</summary>
public sealed record ChangeRule(string Of, decimal Percent, decimal Floor, string Why)
{
    /// <summary>False where both figures are under the floor: what is small jumps.</summary>
    public bool IsLarge(decimal before, decimal now) => Math.Max(Math.Abs(before), Math.Abs(now)) >= Floor;

    /// <summary>True for a change either way by the rule's per cent of the figure before, or more; from 0 by any.</summary>
    public bool IsNotable(decimal before, decimal now) =>
        now != before && IsLarge(before, now) && Math.Abs(now - before) * 100 >= Percent * Math.Abs(before);
}

/// <summary>Two figures that different rows or returns of one council and year state of one thing: <c>equal</c>, or <c>at-most</c> the
/// right one, within <c>Percent</c>. A figure is a measure, one side of it (<c>:numerator</c>) or a feature of the area.</summary>
public sealed record FigureLink(string Left, string Right, string Relation, decimal Percent);

/// <summary>What a money total comes to for each resident of all ages, in £, ends included; <c>Why</c> says what real councils' figures
/// are.</summary>
public sealed record ResidentRange(string Of, decimal Min, decimal Max, string Why)
{
    public bool Holds(decimal perResident) => perResident >= Min && perResident <= Max;
}

/// <summary>What one unit bought may cost, in £, ends included; <c>Units</c> are the words for it.</summary>
public sealed record PriceRange(IReadOnlyList<string> Units, decimal Min, decimal Max, string Why)
{
    public bool Holds(decimal price) => price >= Min && price <= Max;
}

/// <summary>The thresholds by which figures are compared with last year's, with peers' and with each other (<c>plausibility.json</c>).
/// A ratio within a factor of <c>SlipWithin</c> of one of <c>Slips</c>, or of its inverse, is a slipped unit.</summary>
public sealed record PlausibilityRules(
    string RulesVersion,
    string Note,
    IReadOnlyList<ChangeRule> Changes,
    IReadOnlyList<ChangeRule> Measures,
    decimal PeopleFloor,
    IReadOnlyList<decimal> Slips,
    decimal SlipWithin,
    int FewestPeers,
    decimal HighShareOfBudget,
    IReadOnlyList<ResidentRange> ResidentRanges,
    IReadOnlyList<PriceRange> PriceRanges,
    IReadOnlyList<FigureLink> Links)
{
    /// <summary>The rule of a measure, or of its kind of figure where it has none of its own.</summary>
    public ChangeRule For(string measure, string kind) =>
        Measures.FirstOrDefault(rule => rule.Of == measure) ?? Changes.First(rule => rule.Of == kind);

    /// <summary>The range of a measure for each resident; null where it has none.</summary>
    public ResidentRange? ResidentRange(string measure) => ResidentRanges.FirstOrDefault(range => range.Of == measure);

    /// <summary>The range of the price of a unit, by its words in any case; null where nothing is known of it.</summary>
    public PriceRange? PriceRange(string unit) =>
        PriceRanges.FirstOrDefault(range => range.Units.Contains(unit.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The power by which a figure seems to have slipped against another: 1000 where it is too large, 0.001 where too small;
    /// null where it has not.</summary>
    public decimal? SlipOf(decimal figure, decimal other)
    {
        if (figure <= 0 || other <= 0)
        {
            return null;
        }

        var ratio = (double)figure / (double)other;
        foreach (var slip in Slips.SelectMany(factor => new[] { factor, 1 / factor }))
        {
            var off = ratio / (double)slip;
            if (off <= (double)SlipWithin && off >= 1 / (double)SlipWithin)
            {
                return slip;
            }
        }

        return null;
    }

    internal static PlausibilityRules Load() => EmbeddedData.Json<PlausibilityRules>("plausibility.json");
}
