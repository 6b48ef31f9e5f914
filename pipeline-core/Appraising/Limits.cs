using System.Globalization;

namespace Benchmarking.Core.Appraising;

/// <summary>The sizes within which appraisals compute exactly. Every rule answers null where its figure is within them.</summary>
internal static class Limits
{
    /// <summary>No amount, base or price is larger, either way: a thousand million million.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    public static AppraisalProblem? Amount(string what, decimal value) => Math.Abs(value) <= Largest
        ? null
        : new("amount-too-large", Text($"{what} is {value}: amounts lie between -{Largest:0} and {Largest:0}."));

    public static AppraisalProblem? NotNegative(string what, decimal value) => value >= 0
        ? Amount(what, value)
        : new("amount-negative", Text($"{what} is {value}: give it as a number of 0 or more."));

    public static AppraisalProblem? Share(string what, decimal value) => value is >= 0 and <= 1
        ? null
        : new("share-out-of-range", Text($"{what} is {value}: give a number from 0 to 1, such as 0.5 for 50 %."));

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
