using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>Brings filed figures to £, percent, per 1,000 or plain counts.</summary>
public static class NormalUnit
{
    public static bool IsMoney(Unit unit) => unit is Unit.Gbp or Unit.GbpThousands or Unit.GbpMillions;

    /// <summary>What a figure filed in <paramref name="unit"/> is multiplied by to be in the normal unit.</summary>
    public static decimal Factor(Unit unit) => unit switch
    {
        Unit.GbpThousands => 1_000m,
        Unit.GbpMillions => 1_000_000m,
        Unit.Per100000 => 0.01m,
        _ => 1m,
    };

    public static decimal Of(decimal value, Unit unit) => value * Factor(unit);
}
