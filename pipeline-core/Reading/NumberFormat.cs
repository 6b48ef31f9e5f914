namespace Benchmarking.Core.Reading;

/// <summary>What a number format does to the size of the number that is shown: percent signs multiply it by 100,
/// commas after the last digit divide it by 1,000. <c>Thousands</c> counts those commas.</summary>
internal readonly record struct NumberFormat(decimal Factor, int Thousands)
{
    private const int MostPercentSigns = 2;

    public static NumberFormat Of(string? format)
    {
        var (percents, commas, trailing) = (0, 0, 0);
        foreach (var c in Signs(format ?? ""))
        {
            percents += c == '%' ? 1 : 0;
            commas = c == ',' && commas >= 0 ? commas + 1 : 0;
            trailing = c switch
            {
                ',' => commas,
                '0' or '#' or '?' or '.' => 0,
                _ => trailing,
            };
        }

        return new NumberFormat(percents == 0 ? 1 : (decimal)Math.Pow(100, Math.Min(percents, MostPercentSigns)), trailing);
    }

    /// <summary>The signs of the format's first section that mean something: not what is quoted, escaped, padded or in brackets.</summary>
    private static IEnumerable<char> Signs(string format)
    {
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (format[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"':
                    i = After(format, i, '"');
                    break;
                case '[':
                    i = After(format, i, ']');
                    break;
                default:
                    yield return format[i];
                    break;
            }
        }
    }

    private static int After(string format, int open, char close)
    {
        var end = format.IndexOf(close, open + 1);
        return end < 0 ? format.Length : end;
    }
}
