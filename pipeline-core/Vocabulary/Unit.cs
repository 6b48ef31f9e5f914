namespace Benchmarking.Core.Vocabulary;

/// <summary>The units in which figures are filed (section 3 of the return format).</summary>
[JoinedBy('_')]
public enum Unit
{
    Gbp,
    GbpThousands,
    GbpMillions,
    PercentOfNetBudget,

    /// <summary>A percentage of a budget that the council did not name as net or gross.</summary>
    PercentOfBudget,
    PercentOfSavings,
    Percent,
    Per1000,
    Per100000,
    Count,
    Fte,
    Hours,
    Days,
    Weeks,
    GbpPerWeek,
    GbpPerHour,

    /// <summary>A score on the scale that its measure states.</summary>
    Score,
}

/// <summary>How units of one kind scale to each other.</summary>
public static class UnitScale
{
    /// <summary>What a figure in this unit is multiplied by to stand in the plain unit of its kind: £, percent, per 1,000, a count, a
    /// score.</summary>
    public static decimal Scale(this Unit unit) => unit switch
    {
        Unit.GbpThousands => 1_000m,
        Unit.GbpMillions => 1_000_000m,
        Unit.Per100000 => 0.01m,
        _ => 1m,
    };
}
