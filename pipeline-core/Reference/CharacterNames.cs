using System.Collections.Frozen;
using System.Globalization;

namespace Benchmarking.Core.Reference;

/// <summary>The names that the Unicode Standard gives to characters that are taken for others, or are not seen at all.</summary>
internal static class CharacterNames
{
    private static readonly Lazy<FrozenDictionary<char, string>> Names = new(() =>
        EmbeddedData.Csv("character-names.csv").ToFrozenDictionary(
        row => (char)int.Parse(row["code"], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), row => row["name"]));

    /// <summary>Such as "U+200B ZERO WIDTH SPACE"; the number alone where the name is not held.</summary>
    public static string Of(char c)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
        return Names.Value.TryGetValue(c, out var name) ? $"{number} {name}" : number;
    }
}
