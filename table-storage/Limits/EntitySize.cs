using System.Globalization;

namespace Azure.Data.Tables.Limits;

/// <summary>
/// Counts properties, and bytes as the service stores them: names and text in UTF-16, other values raw, and a few bytes
/// for each property. The service's own sum is not published to the byte, so this is an estimate on the high side.
/// </summary>
internal sealed class EntitySize(string partitionKey, string rowKey)
{
    private const int EntityOverhead = 4;
    private const int PropertyOverhead = 8;
    private const int LengthPrefix = 4;
    private const int GuidBytes = 16;

    private long _bytes = EntityOverhead + Utf16(partitionKey) + Utf16(rowKey);
    private int _properties;

    public void Add(string name, object value)
    {
        _properties++;
        if (_properties > TableLimits.MaxOwnProperties)
        {
            throw new ArgumentException(
                $"The entity has more than {TableLimits.MaxOwnProperties.ToString(CultureInfo.InvariantCulture)} properties beside its keys.");
        }

        _bytes += PropertyOverhead + Utf16(name) + Value(value);
        if (_bytes > TableLimits.MaxEntityBytes)
        {
            throw new ArgumentException(
                $"The entity is larger than {TableLimits.MaxEntityBytes.ToString(CultureInfo.InvariantCulture)} bytes, names included.");
        }
    }

    private static long Value(object value) => value switch
    {
        string text => LengthPrefix + Utf16(text),
        byte[] bytes => LengthPrefix + bytes.Length,
        Guid => GuidBytes,
        int => sizeof(int),
        bool => sizeof(bool),
        _ => sizeof(long),
    };

    private static long Utf16(string text) => 2L * text.Length;
}
