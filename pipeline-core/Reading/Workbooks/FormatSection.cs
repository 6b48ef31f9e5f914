namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What a section of a number format makes of a number.</summary>
internal enum FormatKind
{
    /// <summary>Nothing is shown.</summary>
    Empty,

    /// <summary>The words of the section and no digit.</summary>
    Words,
    General,
    Number,
    Date,
    Exponent,
    Fraction,

    /// <summary>Words stand between the digits.</summary>
    Broken,
}

/// <summary>One section of a number format: what stands before and after the digits, where digits go, and by how much the number is
/// scaled.</summary>
internal sealed record FormatSection(FormatKind Kind, string Before, string After)
{
    /// <summary>The places before and after the point: 0, # and ?.</summary>
    public string Whole { get; init; } = "";

    public string Decimals { get; init; } = "";

    public bool HasPoint { get; init; }

    /// <summary>Whether commas part the thousands.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>Commas after the last digit, each of which divides by 1,000.</summary>
    public int Thousands { get; init; }

    /// <summary>Percent signs, each of which multiplies by 100.</summary>
    public int Percents { get; init; }

    public FormatCondition? Condition { get; init; }

    /// <summary>Whether it has a place for the text of a cell.</summary>
    public bool TakesText { get; init; }

    public static FormatSection Of(IReadOnlyList<FormatToken> tokens) => new FormatSectionReader(tokens).Read();
}
