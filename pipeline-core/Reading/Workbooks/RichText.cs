using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The text of a cell. <c>Text</c> is it without what is raised, lowered or struck out beside other characters; <c>Whole</c> is all of it.</summary>
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
        var (runs, text) = (0, new RunBuilder());
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                // How a text is pronounced stands beside it and is no part of it.
                case "rPh" or "phoneticPr":
                    xml.Skip();
                    break;
                case "r":
                    text.Begin();
                    break;
                case "vertAlign":
                    text.IsRaised = xml.Attribute("val") is "superscript" or "subscript";
                    break;
                case "strike":
                    text.IsStruck = xml.Attribute("val") is null or "1" or "true";
                    break;
                case "t":
                    WorkbookLimits.Require(++runs <= limits.MaxTextRuns);
                    text.Add(Run(xml));
                    break;
            }
        }

        return text.Build();
    }

    /// <summary>The text of one run, which is the current element.</summary>
    private static string Run(PartReader xml)
    {
        var isKept = xml.KeepsSpace;
        var text = Unescaped(xml.ElementText());
        return isKept ? text : text.Trim(' ', '\t', '\r', '\n');
    }

    /// <summary>What XML cannot hold is written as _x000D_.</summary>
    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    private sealed class RunBuilder
    {
        private readonly StringBuilder text = new();
        private readonly StringBuilder whole = new();
        private bool hasUnstruck;

        public bool IsRaised { get; set; }

        public bool IsStruck { get; set; }

        public void Begin() => (IsRaised, IsStruck) = (false, false);

        public void Add(string run)
        {
            whole.Append(run);
            hasUnstruck |= !IsStruck && !string.IsNullOrWhiteSpace(run);
            if (IsRaised && IsPower(run))
            {
                // 10 to the power of 6 is not 10 with the footnote 6.
                text.Append('^');
            }

            if (!IsStruck && (!IsRaised || IsPower(run)))
            {
                text.Append(run);
            }
        }

        public RichText Build()
        {
            var all = whole.ToString();
            return string.IsNullOrWhiteSpace(text.ToString()) ? new(all, all, IsStruck: !hasUnstruck && all.Length > 0) : new(text.ToString(), all, IsStruck: false);
        }

        private bool IsPower(string run) => run.Any(char.IsAsciiDigit) && text.ToString().TrimEnd() is "10" or [.., '×' or 'x' or '*' or '·' or ' ', '1', '0'];
    }
}
