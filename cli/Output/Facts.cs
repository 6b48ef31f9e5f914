using System.Text;
using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>An object of the service's as name and value, so that a member that is new to us is shown too.</summary>
internal static class Facts
{
    public static void AddTo(TextTable table, JsonElement source)
    {
        foreach (var (name, value) in Of(source))
        {
            table.Add(Words(name), value);
        }
    }

    /// <summary>All members, those of inner objects with the outer name before theirs.</summary>
    public static IEnumerable<(string Name, string? Value)> Of(JsonElement source) => Of(source, string.Empty);

    private static IEnumerable<(string Name, string? Value)> Of(JsonElement source, string prefix) =>
        source.ValueKind != JsonValueKind.Object
            ? []
            : source.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Object
                ? Of(member.Value, $"{prefix}{member.Name} ")
                : [($"{prefix}{member.Name}", member.Value.Text())]);

    public static string Words(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            _ = char.IsAsciiLetterUpper(letter)
                ? words.Append(' ').Append(char.ToLowerInvariant(letter))
                : words.Append(letter);
        }

        return words.ToString();
    }
}
