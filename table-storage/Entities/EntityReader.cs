using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal static class EntityReader
{
    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        var bag = ReadBag(json);
        return bag as T ?? EntityShape.Of(typeof(T)).Create<T>(bag);
    }

    private static TableEntity ReadBag(JsonElement json)
    {
        var types = Annotations(json);
        var bag = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            var name = property.Name;
            if ((name == SystemProperties.ETag || !name.Contains("odata.", StringComparison.Ordinal))
                && EdmReader.Read(property.Value, types.GetValueOrDefault(name)) is { } value)
            {
                bag[name] = value;
            }
        }

        // Every server annotates it, but an answer without metadata would not.
        if (bag[SystemProperties.Timestamp] is string text)
        {
            bag[SystemProperties.Timestamp] = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }

        return bag;
    }

    private static Dictionary<string, string> Annotations(JsonElement json)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.EndsWith(EdmWriter.AnnotationSuffix, StringComparison.Ordinal))
            {
                types[property.Name[..^EdmWriter.AnnotationSuffix.Length]] = property.Value.GetString()!;
            }
        }

        return types;
    }
}
