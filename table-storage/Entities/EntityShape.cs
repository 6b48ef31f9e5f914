using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// How a caller's class maps to properties: its public properties that can be read and set, by name. <c>[IgnoreDataMember]</c>
/// leaves one out and <c>[DataMember(Name)]</c> renames it. An enum is kept as the name of its member.
/// </summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly (string Name, PropertyInfo Property)[] _members;

    private EntityShape(Type type)
    {
        _members =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetMethod is { IsPublic: true } && property.SetMethod is { IsPublic: true })
                .Where(property => property.GetIndexParameters().Length == 0)
                .Where(property => property.Name is not nameof(ITableEntity.ETag) && !SystemProperties.Contains(property.Name))
                .Where(property => !property.IsDefined(typeof(IgnoreDataMemberAttribute)))
                .Select(property => (property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property)),
        ];
    }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static type => new EntityShape(type));

    public IEnumerable<(string Name, object Value)> Read(ITableEntity entity)
    {
        foreach (var (name, property) in _members)
        {
            if (property.GetValue(entity) is { } value)
            {
                yield return (name, value);
            }
        }
    }

    /// <summary>A property that the answer lacks keeps what the constructor gave it.</summary>
    public T Create<T>(TableEntity bag)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        entity.PartitionKey = bag.PartitionKey;
        entity.RowKey = bag.RowKey;
        entity.Timestamp = bag.Timestamp;
        entity.ETag = bag.ETag;
        foreach (var (name, property) in _members)
        {
            if (bag[name] is { } held)
            {
                property.SetValue(entity, Convert<T>(name, held, property.PropertyType));
            }
        }

        return entity;
    }

    private static object Convert<T>(string name, object held, Type declared)
    {
        var wanted = Nullable.GetUnderlyingType(declared) ?? declared;
        return EdmConversion.TryConvert(held, wanted, out var value)
            ? value
            : throw new InvalidOperationException(
                $"'{name}' is stored as {held.GetType().Name}; {typeof(T).Name}.{name} cannot take it as {wanted.Name}.");
    }
}
