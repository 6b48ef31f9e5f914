namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What a sign in the code of a number format stands for.</summary>
internal enum FormatSign
{
    /// <summary>Shown as it stands.</summary>
    Literal,

    /// <summary>0, # or ?: a place for a digit.</summary>
    Digit,
    Point,
    Comma,
    Percent,
    Exponent,
    Slash,

    /// <summary>@: the text of the cell.</summary>
    Text,
    General,

    /// <summary>A part of a date or a time.</summary>
    Date,

    /// <summary>[&gt;=1000]: for which numbers the section is.</summary>
    Condition,
}

internal readonly record struct FormatToken(FormatSign Sign, string Text);
