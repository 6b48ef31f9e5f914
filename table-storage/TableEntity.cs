using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables;

/// <summary>
/// An entity without a class of its own: a dictionary of property names, which are case-sensitive. The indexer answers null
/// for what is not there, and a property set to null is not sent. The keys, <c>Timestamp</c> and <c>odata.etag</c> are entries too.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The package's name.")]
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity()
    {
        _properties = new(StringComparer.Ordinal);
    }

    public TableEntity(IDictionary<string, object> values)
    {
        _properties = new(values, StringComparer.Ordinal);
    }

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public string PartitionKey
    {
        get => GetString(SystemProperties.PartitionKey)!;
        set => Put(SystemProperties.PartitionKey, value);
    }

    public string RowKey
    {
        get => GetString(SystemProperties.RowKey)!;
        set => Put(SystemProperties.RowKey, value);
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(SystemProperties.Timestamp);
        set => Put(SystemProperties.Timestamp, value);
    }

    public ETag ETag
    {
        get => GetString(SystemProperties.ETag) is { } text ? new ETag(text) : default;
        set => Put(SystemProperties.ETag, value == default ? null : value.ToString());
    }

    public ICollection<string> Keys => _properties.Keys;

    public int Count => _properties.Count;

    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public object this[string key]
    {
        get => _properties.GetValueOrDefault(key)!;
        set => _properties[key] = value;
    }

    public void Add(string key, object value) => _properties.Add(key, value);

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => _properties.TryGetValue(key, out value);

    public void Clear() => _properties.Clear();

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => Pairs.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        Pairs.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Pairs.Remove(item);

    private ICollection<KeyValuePair<string, object>> Pairs => _properties;

    private void Put(string name, object? value)
    {
        if (value is null)
        {
            _properties.Remove(name);
        }
        else
        {
            _properties[name] = value;
        }
    }
}
