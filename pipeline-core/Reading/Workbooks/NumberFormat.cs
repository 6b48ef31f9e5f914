namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The number format of a cell: which of its sections shows a number, and which a text.</summary>
internal sealed class NumberFormat
{
    private const int MostSections = 4;
    private const int LongestCode = 255;

    private static readonly FormatSection AsIs = new(FormatKind.General, "", "");

    private readonly FormatSection[] numbers;

    private NumberFormat(string code)
    {
        FormatSection[] sections = [.. FormatTokens.Sections(code).Select(FormatSection.Of).Take(MostSections)];
        // The last section is for text where it is the fourth, or has a place for it.
        OfText = sections.Length == MostSections || sections[^1].TakesText ? sections[^1] : null;
        numbers = OfText is null ? sections : sections.Length == 1 ? [AsIs] : sections[..^1];
    }

    public static NumberFormat General { get; } = new("General");

    /// <summary>The section that shows a text; null where it is shown as it is.</summary>
    public FormatSection? OfText { get; }

    /// <summary>Excel itself takes no longer code: one that is longer says nothing.</summary>
    public static NumberFormat Of(string code) => code.Length is 0 or > LongestCode ? General : new NumberFormat(code);

    /// <summary>The section for a number, and whether it shows the minus of a number below zero itself.</summary>
    public (FormatSection Section, bool ShowsMinus) For(decimal number)
    {
        var (first, second) = (numbers[0], numbers.Length > 1 ? numbers[1] : null);
        if (first.Condition is null && second?.Condition is null)
        {
            return number < 0 && second is not null ? (second, true) : (number == 0 && numbers.Length > 2 ? numbers[2] : first, false);
        }

        var section = first.Condition is null || first.Condition.Holds(number) ? first
            : second is null ? AsIs
            : second.Condition is null || second.Condition.Holds(number) || numbers.Length == 2 ? second
            : numbers[2];
        return (section, section.Condition?.IsForNegatives == true);
    }
}
