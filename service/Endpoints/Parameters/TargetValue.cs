using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Benchmarking.Core.Comparing;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>A value that a metric is held against, in its unit, written plainly: 12.5, not 12,5 or 1e3.</summary>
internal readonly record struct TargetValue(decimal Value) : IParsable<TargetValue>
{
    public static TargetValue Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var target) ? target : throw new FormatException($"'{s}' is not a number.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TargetValue result)
    {
        var reads = decimal.TryParse(
            s, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= WhatIf.Largest;
        result = new(value);
        return reads;
    }
}
