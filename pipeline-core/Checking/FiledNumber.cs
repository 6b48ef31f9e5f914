using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>A number as a council wrote it. <c>Value</c> is in the row's unit; <c>Slack</c> is half a unit of the last place stated
/// (7.2 has 0.05, £1.2m has 50,000), which is how far the true figure may lie from it.</summary>
public sealed partial record FiledNumber(string AsFiled, decimal Value, decimal Slack)
{
    /// <summary>No figure of an English council comes near this; above it a number is a slip, and sums stay far from overflow.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <summary>Places after the point that were stated; 0 where the number was rounded to tens or more.</summary>
    public int Decimals => Slack >= 0.5m ? 0 : Slack.Scale - 1;

    public decimal Low => Value - Slack;

    public decimal High => Value + Slack;

    /// <summary>Reads a number for a cell of the given unit; null where the unit is not known, which lets £ and % pass.
    /// What is not plainly one number is refused with the reason, never repaired: missing is not zero, and 1,23,4 is not 1,234.</summary>
    public static bool TryParse(string? text, Unit? unit, [NotNullWhen(true)] out FiledNumber? number, out NumberFault fault)
    {
        number = NumberText.ReadPlain(text);
        if (number is not null)
        {
            fault = NumberFault.None;
            return true;
        }

        var plain = Characters.Fold(text ?? "");
        if (!NumberText.TryRead(plain, out var parts))
        {
            fault = NumberFaults.Of(plain);
            return false;
        }

        fault = parts.Misfit(unit) ?? NumberFaults.OfDigits(parts.Digits) ?? NumberFault.None;
        if (fault != NumberFault.None)
        {
            return false;
        }

        number = parts.ToNumber(text!.Trim());
        fault = number is null ? NumberFault.TooLarge : NumberFault.None;
        return number is not null;
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out FiledNumber? number) => TryParse(text, null, out number, out _);
}
