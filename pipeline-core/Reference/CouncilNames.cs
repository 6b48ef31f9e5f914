using System.Text;

namespace Benchmarking.Core.Reference;

/// <summary>Brings the ways in which a council's name is written to one form, so that case, punctuation, "&amp;" for "and", and the
/// words that say what kind of council it is do not matter.</summary>
internal static class CouncilNames
{
    private static readonly HashSet<string> KindWords = new(StringComparer.Ordinal)
    {
        "the", "of", "council", "county", "city", "borough", "boro", "london", "royal", "metropolitan", "met", "district", "unitary",
        "authority", "corporation", "lb", "lbc", "rb", "rbc", "mb", "mbc", "md", "mdc", "bc", "cc", "dc", "ua",
    };

    /// <summary>All words run together: "Stockton-on-Tees" and "stockton on tees" are one.</summary>
    public static string Whole(string name) => string.Concat(Words(name));

    /// <summary>The words that are the place: "LB Hackney" is <c>hackney</c>. Empty where nothing is left, as of "City of
    /// London".</summary>
    public static string Place(string name) => string.Concat(Words(name).Where(word => !KindWords.Contains(word)));

    private static string[] Words(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c == '&')
            {
                text.Append(" and ");
            }
            else if (c is not ('\'' or '’'))
            {
                text.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
