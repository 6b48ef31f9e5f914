namespace Benchmarking.Core.Statistics;

/// <summary>The change of a figure on the year before: in per cent of it, null from 0, and whether it should be asked about.</summary>
public sealed record YearOnYear(decimal? PercentChange, bool Notable)
{
    /// <summary>Where both figures are smaller than this no change is asked about: small counts jump.</summary>
    public const decimal Floor = 5;

    /// <summary>Notable at a change of <paramref name="percent"/> or more either way, the rule of the DfE's checks of published
    /// data.</summary>
    public static YearOnYear Of(decimal before, decimal now, decimal percent, decimal floor = Floor)
    {
        var far = Math.Abs(now - before) * 100 >= percent * Math.Abs(before);
        return new(
            before == 0 ? null : 100 * (now - before) / Math.Abs(before),
            far && Math.Max(Math.Abs(before), Math.Abs(now)) >= floor);
    }
}
