using System.Buffers;
using System.Text.Json;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Entities;

/// <summary>An entity as the one line of JSON the service takes, checked against the limits on the way. A null is left out: it is not stored.</summary>
internal static class EntityWriter
{
    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        NameRules.CheckKey(entity.PartitionKey, SystemProperties.PartitionKey);
        NameRules.CheckKey(entity.RowKey, SystemProperties.RowKey);
        var size = new EntitySize(entity.PartitionKey, entity.RowKey);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        EdmWriter.Write(json, SystemProperties.PartitionKey, entity.PartitionKey);
        EdmWriter.Write(json, SystemProperties.RowKey, entity.RowKey);
        foreach (var (name, given) in PropertiesOf(entity))
        {
            NameRules.CheckPropertyName(name);
            var value = EdmWriter.Normalise(name, given);
            size.Add(name, value);
            EdmWriter.Write(json, name, value);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static IEnumerable<(string Name, object Value)> PropertiesOf(ITableEntity entity) =>
        entity is IDictionary<string, object?> bag
            ? bag.Where(pair => pair.Value is not null && !SystemProperties.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value!))
            : EntityShape.Of(entity.GetType()).Read(entity);
}
