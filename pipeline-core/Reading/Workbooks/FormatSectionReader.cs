using System.Text;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Reads one section of a number format from its signs.</summary>
internal sealed class FormatSectionReader(IReadOnlyList<FormatToken> tokens)
{
    // Two would show a number ten thousand times as large.
    private const int MostPercents = 1;

    private readonly StringBuilder before = new();
    private readonly StringBuilder after = new();
    private readonly StringBuilder whole = new();
    private readonly StringBuilder decimals = new();
    private FormatCondition? condition;
    private FormatKind kind = FormatKind.Empty;
    private bool hasPoint;
    private bool isGrouped;
    private bool takesText;
    private int commas;
    private int thousands;
    private int percents;

    // Letters of dates in a section of digits are letters: 0.0m is one metre or one million.
    private readonly bool isDate = tokens.TakeWhile(token => token.Sign != FormatSign.Digit).Any(token => token.Sign == FormatSign.Date);

    private bool HasDigits => whole.Length + decimals.Length > 0;

    public FormatSection Read()
    {
        foreach (var token in tokens)
        {
            Take(token);
        }

        // Commas stand for thousands where no digit follows them.
        thousands += commas;
        kind = percents > MostPercents ? FormatKind.Broken : kind;
        return new FormatSection(isDate ? FormatKind.Date : kind, before.ToString(), after.ToString())
        {
            Whole = whole.ToString(), Decimals = decimals.ToString(), HasPoint = hasPoint, IsGrouped = isGrouped, Thousands = thousands,
            Percents = percents, Condition = condition, TakesText = takesText,
        };
    }

    private void Take(FormatToken token)
    {
        switch (token.Sign)
        {
            case FormatSign.Digit:
                TakeDigit(token.Text);
                break;
            case FormatSign.Point when after.Length == 0:
                Become(hasPoint ? FormatKind.Broken : FormatKind.Number);
                (hasPoint, thousands, commas) = (true, thousands + commas, 0);
                break;
            case FormatSign.Comma when HasDigits && after.Length == 0:
                commas++;
                break;
            case FormatSign.Exponent when HasDigits:
                kind = FormatKind.Exponent;
                break;
            case FormatSign.Slash when HasDigits:
                kind = FormatKind.Fraction;
                break;
            case FormatSign.General:
                kind = FormatKind.General;
                break;
            case FormatSign.Text:
                (kind, takesText) = (FormatKind.General, true);
                break;
            case FormatSign.Condition:
                condition = FormatCondition.Of(token.Text);
                break;
            default:
                TakeLiteral(token);
                break;
        }
    }

    private void TakeDigit(string place)
    {
        if (kind is FormatKind.Exponent or FormatKind.Fraction)
        {
            return;
        }

        // A space between digits is how some write thousands.
        Become(string.IsNullOrWhiteSpace(after.ToString()) ? FormatKind.Number : FormatKind.Broken);
        after.Clear();
        (isGrouped, commas) = (isGrouped || commas > 0, 0);
        (hasPoint ? decimals : whole).Append(place);
    }

    private void TakeLiteral(FormatToken token)
    {
        percents += token.Sign == FormatSign.Percent ? 1 : 0;
        var isAfter = HasDigits || kind is FormatKind.General or FormatKind.Broken || hasPoint;
        (isAfter ? after : before).Append(token.Text);
        Become(FormatKind.Words);
    }

    /// <summary>Digits say more of a section than words do, and what is broken stays so.</summary>
    private void Become(FormatKind next)
    {
        var stays = kind is FormatKind.Broken or FormatKind.General || (next == FormatKind.Words && kind != FormatKind.Empty);
        kind = stays ? kind : next;
    }
}
