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
}
