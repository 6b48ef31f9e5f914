using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>What a unit counts.</summary>
internal static class UnitKinds
{
    /// <summary>The units in which a saving may be filed. A bare percent is not among them: nobody could say of what.</summary>
    public static IReadOnlyList<Unit> OfSavings { get; } =
        [Unit.Gbp, Unit.GbpThousands, Unit.GbpMillions, Unit.PercentOfNetBudget, Unit.PercentOfBudget, Unit.PercentOfSavings];

    public static IReadOnlyList<Unit> OfBudgets { get; } = [Unit.Gbp, Unit.GbpThousands, Unit.GbpMillions];

    public static bool IsMoney(this Unit unit) => unit is Unit.Gbp or Unit.GbpThousands or Unit.GbpMillions;

    /// <summary>True where a £ sign belongs before the number.</summary>
    public static bool IsInPounds(this Unit unit) => unit.IsMoney() || unit is Unit.GbpPerWeek or Unit.GbpPerHour;

    public static bool IsPercent(this Unit unit) =>
        unit is Unit.Percent or Unit.PercentOfNetBudget or Unit.PercentOfBudget or Unit.PercentOfSavings;

    /// <summary>The unit that figures of this one can be added up in: £ for all money, else the unit itself.</summary>
    public static Unit Family(this Unit unit) => unit.IsMoney() ? Unit.Gbp : unit;

    /// <summary>The codes of units, for the reader.</summary>
    public static string Codes(this IEnumerable<Unit> units) => string.Join(", ", units.Select(Vocabulary.Codes.Of));
}
