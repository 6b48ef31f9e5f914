using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The text of a cell. <c>Text</c> is it without what is raised, lowered or struck out beside other characters; <c>Whole</c> is
/// all of it.</summary>
internal sealed partial record RichText(string Text, string Whole, bool IsStruck)
{
    /// <summary>A text without runs.</summary>
    public static RichText Plain(string text) => new(text, text, IsStruck: false);

    /// <summary>A text that stands where a value does, as the result of a formula.</summary>
    public static RichText OfValue(string value) => Plain(Unescaped(value));

    public bool HasMarks => Text.Length < Whole.Length;

    /// <summary>Reads a shared or inline text, the element being the current one, up to its end.</summary>
    public static RichText Read(PartReader xml, WorkbookLimits limits)
    {
        var (first, more, count, raised, struck) = (default(TextRun), (List<TextRun>?)null, 0, false, false);
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                // How a text is pronounced stands beside it and is no part of it.
                case "rPh" or "phoneticPr":
                    xml.Skip();
                    break;
                case "r":
                    (raised, struck) = (false, false);
                    break;
                case "vertAlign":
                    raised = xml.Attribute("val") is "superscript" or "subscript";
                    break;
                case "strike":
                    struck = xml.Attribute("val") is null or "1" or "true";
                    break;
                case "t":
                    WorkbookLimits.Require(++count <= limits.MaxTextRuns);
                    var run = new TextRun(Run(xml), raised, struck);
                    if (count == 1)
                    {
                        first = run;
                        break;
                    }

                    more ??= [first];
                    more.Add(run);
                    break;
            }
        }

        return more is not null ? OfRuns(more) : Plain(first.Text ?? "") with { IsStruck = first.IsStruck };
    }

    private static RichText OfRuns(List<TextRun> runs)
    {
        var (text, whole, filled) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var run in runs)
        {
            whole.Append(run.Text);
            // 10 to the power of 6 is not 10 with the footnote 6.
            var isPower = run.IsRaised && EndsInTen(text, filled) && run.Text.Any(char.IsAsciiDigit);
            if (!run.IsStruck && (!run.IsRaised || isPower))
            {
                var before = text.Append(isPower ? "^" : "").Length;
                text.Append(run.Text);
                filled = run.Text.AsSpan().TrimEnd() is { Length: > 0 } end ? before + end.Length : isPower ? before : filled;
            }
        }

        var isMarked = filled > 0;
        var isStruck = runs.All(run => run.IsStruck || string.IsNullOrWhiteSpace(run.Text));
        return new((isMarked ? text : whole).ToString(), whole.ToString(), isStruck && !isMarked);
    }

    /// <summary>Whether the first characters, so many, end in a ten that stands by itself. Only those last characters are looked at: a text
    /// may have tens of thousands of runs.</summary>
    private static bool EndsInTen(StringBuilder text, int filled) =>
        filled >= 2 && text[filled - 1] == '0' && text[filled - 2] == '1'
        && (filled == 2 || text[filled - 3] is '×' or 'x' or '*' or '·' or ' ');

    /// <summary>The text of one run, which is the current element.</summary>
    private static string Run(PartReader xml)
    {
        var isKept = xml.KeepsSpace;
        var text = Unescaped(xml.ElementText());
        return isKept ? text : text.Trim(' ', '\t', '\r', '\n');
    }

    /// <summary>What XML cannot hold is written as _x000D_.</summary>
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => Character(match.ValueSpan[2..6]))
        : text;

    private static string Character(ReadOnlySpan<char> digits) =>
        ((char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    private readonly record struct TextRun(string Text, bool IsRaised, bool IsStruck);
}
