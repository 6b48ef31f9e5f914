namespace Benchmarking.Core.Statistics;

/// <summary>The mode at a stated number of places: values are rounded half away from zero, then counted. <c>Mode</c> is null when
/// several values tie (then <c>Modes</c> lists them upwards) and when none occurs twice (then <c>Modes</c> is empty).</summary>
public sealed record CommonestValue(decimal? Mode, IReadOnlyList<decimal> Modes, int Times, int Decimals)
{
    public static CommonestValue Of(IEnumerable<decimal> values, int decimals)
    {
        var counts = values.CountBy(value => Rounding.Publish(value, decimals)).ToList();
        var times = counts.Count == 0 ? 0 : counts.Max(pair => pair.Value);
        decimal[] modes = times < 2 ? [] : [.. counts.Where(pair => pair.Value == times).Select(pair => pair.Key).Order()];
        return new(modes.Length == 1 ? modes[0] : null, modes, times, decimals);
    }
}
