using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Benchmarking.Core.Vocabulary;

/// <summary>Says that the codes of an enum join their words by something other than a hyphen.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class JoinedByAttribute(char separator) : Attribute
{
    public char Separator { get; } = separator;
}

/// <summary>The codes by which closed vocabularies are written in files, addresses and answers, made from the names of their
/// values: <c>OneOff</c> is <c>one-off</c>, <c>PercentOfNetBudget</c> is <c>percent_of_net_budget</c>.</summary>
public static class Codes
{
    // Longer texts are no codes, and are folded beside the stack.
    private const int LongestOnStack = 256;

    private static readonly SearchValues<char> Folded = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789£%");

    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.CodeOf[value];

    /// <summary>All codes, in the order in which the values are declared.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.All;

    /// <summary>Finds the value of a code; case, spaces, hyphens and underscores do not matter.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, Enum => Table<T>.ValueOf.TryGetValue(Fold(text), out value);

    public static T Parse<T>(string text)
        where T : struct, Enum =>
        TryParse<T>(text, out var value) ? value : throw new FormatException($"'{text}' is not one of {string.Join(", ", All<T>())}.");

    /// <summary>A word without case, spaces, dashes of any kind, underscores and what cannot be seen: what header names and codes are
    /// matched by.</summary>
    public static string Fold(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyExcept(Folded))
        {
            return text ?? "";
        }

        var folded = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        return folded[..Fold(text, folded)].ToString();
    }

    /// <summary>Whether two texts are the same word.</summary>
    internal static bool AreSame(string? left, string? right)
    {
        ReadOnlySpan<char> one = left, other = right;
        for (int i = 0, j = 0; ; i++, j++)
        {
            (i, j) = (Next(one, i), Next(other, j));
            if (i == one.Length || j == other.Length)
            {
                return i == one.Length && j == other.Length;
            }

            if (one[i] != other[j] && char.ToLowerInvariant(one[i]) != char.ToLowerInvariant(other[j]))
            {
                return false;
            }
        }
    }

    /// <summary>The same number for all texts that are the same word.</summary>
    internal static int Hash(string? text)
    {
        ReadOnlySpan<char> whole = text;
        var folded = whole.Length <= LongestOnStack ? stackalloc char[whole.Length] : new char[whole.Length];
        return string.GetHashCode(folded[..Fold(whole, folded)]);
    }

    /// <summary>Folds into a place as long as the text, and says how many characters are left.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (Folded.Contains(c))
            {
                folded[length++] = c;
            }
            else if (Counts(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        return length;
    }

    private static bool Counts(char c) =>
        c != '_' && !Characters.IsSpace(c) && !Characters.IsDash(c) && !Characters.IsInvisible(c);

    /// <summary>The next place from one on whose character counts; the length where none does.</summary>
    private static int Next(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && !Folded.Contains(text[from]) && !Counts(text[from]))
        {
            from++;
        }

        return from;
    }

    private static string CodeFor(string name, char separator)
    {
        var code = new StringBuilder(name.Length + 6);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && (char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1])));
            if (startsWord)
            {
                code.Append(separator);
            }

            code.Append(char.ToLowerInvariant(name[i]));
        }

        return code.ToString();
    }

    private static class Table<T>
        where T : struct, Enum
    {
        private static readonly char Separator = typeof(T).GetCustomAttribute<JoinedByAttribute>()?.Separator ?? '-';

        public static readonly FrozenDictionary<T, string> CodeOf =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => CodeFor(v.ToString(), Separator));

        public static readonly FrozenDictionary<string, T> ValueOf =
            CodeOf.ToFrozenDictionary(pair => Fold(pair.Value), pair => pair.Key, StringComparer.Ordinal);

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(v => CodeOf[v])];
    }
}
