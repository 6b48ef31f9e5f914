using System.Globalization;

namespace Azure.Data.Tables.Limits;

/// <summary>Which keys, property names and table names the service takes. Messages give positions and lengths, never the text: it may be private.</summary>
internal static class NameRules
{
    public static void CheckKey(string? key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > TableLimits.MaxKeyLength)
        {
            throw new ArgumentException(Text($"{name} has {key.Length} characters; {TableLimits.MaxKeyLength} are allowed."), name);
        }

        CheckUnicode(key, name);
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] is '/' or '\\' or '#' or '?' || char.IsControl(key[at]))
            {
                throw new ArgumentException(Text($"{name} has U+{(int)key[at]:X4} at {at}; no / \\ # ? and no control characters."), name);
            }
        }
    }

    public static void CheckPropertyName(string? name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > TableLimits.MaxPropertyNameLength)
        {
            throw new ArgumentException(
                Text($"A property name has {name.Length} characters; {TableLimits.MaxPropertyNameLength} are allowed."), nameof(name));
        }

        if (!StartsIdentifier(name[0]) || !name.All(ContinuesIdentifier))
        {
            throw new ArgumentException($"Property name '{name}' is not an identifier: a letter or _, then letters, digits and _.", nameof(name));
        }
    }

    public static void CheckTableName(string? tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        var legal = tableName.Length is >= TableLimits.MinTableNameLength and <= TableLimits.MaxTableNameLength
            && char.IsAsciiLetter(tableName[0])
            && tableName.All(char.IsAsciiLetterOrDigit)
            && !tableName.Equals("tables", StringComparison.OrdinalIgnoreCase);
        if (!legal)
        {
            throw new ArgumentException(
                $"Table name '{tableName}' is not legal: 3 to 63 ASCII letters and digits, a letter first, and not 'tables'.", nameof(tableName));
        }
    }

    /// <summary>Half a surrogate pair would be stored as U+FFFD, a different text.</summary>
    public static void CheckUnicode(string text, string name)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                throw new ArgumentException(Text($"{name} has half a surrogate pair at {at}; it could not be stored as it is."), name);
            }
        }
    }

    private static bool StartsIdentifier(char letter) => letter == '_' || char.IsLetter(letter);

    private static bool ContinuesIdentifier(char letter) =>
        StartsIdentifier(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation;

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
