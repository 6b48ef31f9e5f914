using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables;

/// <summary>
/// Typed reads: null when the property is absent, <see cref="InvalidOperationException"/> when it holds another type.
/// An Int32 may be read as Int64 or double, since some servers drop the annotation of a whole number.
/// </summary>
public sealed partial class TableEntity
{
    public string? GetString(string key) => Read<string>(key);

    public int? GetInt32(string key) => ReadValue<int>(key);

    public long? GetInt64(string key) => ReadValue<long>(key);

    public double? GetDouble(string key) => ReadValue<double>(key);

    public bool? GetBoolean(string key) => ReadValue<bool>(key);

    public Guid? GetGuid(string key) => ReadValue<Guid>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => ReadValue<DateTimeOffset>(key);

    /// <summary>Always UTC.</summary>
    public DateTime? GetDateTime(string key) => ReadValue<DateTime>(key);

    public byte[]? GetBinary(string key) => Read<byte[]>(key);

    public BinaryData? GetBinaryData(string key) => Read<BinaryData>(key);

    private T? Read<T>(string key)
        where T : class => (T?)Converted(key, typeof(T));

    private T? ReadValue<T>(string key)
        where T : struct => (T?)Converted(key, typeof(T));

    private object? Converted(string key, Type wanted)
    {
        if (this[key] is not { } held)
        {
            return null;
        }

        return EdmConversion.TryConvert(held, wanted, out var value)
            ? value
            : throw new InvalidOperationException($"'{key}' holds {held.GetType().Name}; it cannot be read as {wanted.Name}.");
    }
}
