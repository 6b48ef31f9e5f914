using System.Text.RegularExpressions;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Takes the code of a number format apart (ECMA-376 part 1, 18.8.31): its sections, each as a list of signs.</summary>
internal static partial class FormatTokens
{
    private const string DateLetters = "ymdhs";

    public static IReadOnlyList<IReadOnlyList<FormatToken>> Sections(string code)
    {
        var sections = new List<List<FormatToken>> { new() };
        for (var at = 0; at < code.Length;)
        {
            if (code[at] == ';')
            {
                sections.Add([]);
                at++;
                continue;
            }

            var (token, length) = Next(code, at);
            if (token is { } found)
            {
                sections[^1].Add(found);
            }

            at += length;
        }

        return sections;
    }

    private static (FormatToken? Token, int Length) Next(string code, int at) => code[at] switch
    {
        '"' => Quoted(code, at),
        '[' => Bracketed(code, at),
        '\\' => (new(FormatSign.Literal, at + 1 < code.Length ? code[at + 1].ToString() : ""), 2),
        '_' => (new(FormatSign.Literal, " "), 2),
        // What fills the cell up is as wide as the column, and none of the text.
        '*' => (null, 2),
        '0' or '#' or '?' => (new(FormatSign.Digit, code[at].ToString()), 1),
        '.' => (new(FormatSign.Point, "."), 1),
        ',' => (new(FormatSign.Comma, ","), 1),
        '%' => (new(FormatSign.Percent, "%"), 1),
        '/' => (new(FormatSign.Slash, "/"), 1),
        '@' => (new(FormatSign.Text, "@"), 1),
        _ => Word(code, at),
    };

    private static (FormatToken? Token, int Length) Word(string code, int at)
    {
        var rest = code.AsSpan(at);
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase))
        {
            return (new(FormatSign.General, ""), "General".Length);
        }

        if (rest.StartsWith("E+", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("E-", StringComparison.OrdinalIgnoreCase))
        {
            return (new(FormatSign.Exponent, code[at..(at + 2)]), 2);
        }

        if (rest.StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase))
        {
            return (new(FormatSign.Date, "AM/PM"), "AM/PM".Length);
        }

        var isDate = DateLetters.Contains(code[at], StringComparison.OrdinalIgnoreCase);
        return (new(isDate ? FormatSign.Date : FormatSign.Literal, code[at].ToString()), 1);
    }

    private static (FormatToken? Token, int Length) Quoted(string code, int at)
    {
        var end = code.IndexOf('"', at + 1);
        return end < 0
            ? (new(FormatSign.Literal, code[(at + 1)..]), code.Length - at)
            : (new(FormatSign.Literal, code[(at + 1)..end]), end - at + 1);
    }

    private static (FormatToken? Token, int Length) Bracketed(string code, int at)
    {
        var end = code.IndexOf(']', at);
        if (end < 0)
        {
            return (new(FormatSign.Literal, code[at..]), code.Length - at);
        }

        var inside = code[(at + 1)..end];
        FormatToken? token = inside switch
        {
            // [$£-809] is the pound sign of Britain.
            ['$', ..] => new(FormatSign.Literal, inside[1..].Split('-')[0]),
            _ when Elapsed().IsMatch(inside) => new(FormatSign.Date, inside),
            ['<' or '>' or '=', ..] => new(FormatSign.Condition, inside),
            // A colour, or the digits of another script.
            _ => null,
        };
        return (token, end - at + 1);
    }

    [GeneratedRegex("^(h+|m+|s+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elapsed();
}
