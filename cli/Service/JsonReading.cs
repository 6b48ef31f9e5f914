using System.Text.Json;

namespace Benchmarking.CommandLine.Service;

/// <summary>Reads the service's JSON without giving absent members a meaning: what is not there is null or empty.</summary>
internal static class JsonReading
{
    private static readonly string[] NamingMembers = ["label", "name", "code", "slug", "group", "value"];

    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static bool Has(this JsonElement element, string name) => element.Member(name).ValueKind != JsonValueKind.Undefined;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
    {
        var member = element.Member(name);
        return member.ValueKind == JsonValueKind.Array ? member.EnumerateArray() : [];
    }

    public static string? Text(this JsonElement element, string name) => element.Member(name).Text();

    /// <summary>A number exactly as the service wrote it; an object by the member that names it.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(", ", element.EnumerateArray().Select(item => item.Text() ?? "none")),
        JsonValueKind.Object => NamingMembers.Select(name => element.Text(name)).OfType<string>().FirstOrDefault(),
        _ => null,
    };
}
