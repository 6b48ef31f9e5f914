using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Reads one property by its annotation, or by the look of its JSON when there is none.</summary>
internal static class EdmReader
{
    public static object? Read(JsonElement json, string? type) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => Number(json, type),
        JsonValueKind.String => Text(json, type),
        _ => throw new FormatException($"The service answered a property of kind {json.ValueKind}."),
    };

    /// <summary>A whole double is answered as <c>2.0</c> without annotation: the text decides, not the value.</summary>
    private static object Number(JsonElement json, string? type)
    {
        if (type is "Edm.Double" || json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return json.GetDouble();
        }

        return type is not "Edm.Int64" && json.TryGetInt32(out var number) ? (object)number : json.GetInt64();
    }

    private static object Text(JsonElement json, string? type)
    {
        var text = json.GetString()!;
        return type switch
        {
            "Edm.Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            "Edm.Guid" => Guid.Parse(text, CultureInfo.InvariantCulture),
            "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            "Edm.Binary" => Convert.FromBase64String(text),
            _ => text,
        };
    }
}
