using System.Globalization;
using System.Text;

namespace Benchmarking.CommandLine.Output;

/// <summary>
/// Text from files and from the service is shown to people in terminals that obey it: what is not to be seen
/// (control characters, escapes, marks that turn the direction of writing) is left out.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control when rune.Value is not ('\n' or '\t'):
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control:
                case UnicodeCategory.LineSeparator:
                case UnicodeCategory.ParagraphSeparator:
                    plain.Append(' ');
                    break;
                default:
                    plain.Append(rune.ToString());
                    break;
            }
        }

        return plain.ToString();
    }
}
