using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>Brings filed savings and budgets to £ or percent.</summary>
public static class NormalUnit
{
    public static bool IsMoney(Unit unit) => unit is Unit.Gbp or Unit.GbpThousands or Unit.GbpMillions;

    public static decimal Of(decimal value, Unit unit) => value * unit.Scale();
}
