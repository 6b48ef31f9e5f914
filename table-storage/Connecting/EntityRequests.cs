using Azure.Core;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Connecting;

/// <summary>
/// The writes of one entity. Whether PUT and PATCH insert or update hangs on If-Match alone: without it the service inserts
/// what is missing, so an update never goes without.
/// </summary>
internal static class EntityRequests
{
    private static readonly (string Name, string Value) NoContent = ("Prefer", "return-no-content");

    public static TableRequest Add(string table, ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new(RequestMethod.Post, table) { Body = EntityWriter.Write(entity), Headers = [NoContent], Accepted = [201, 204] };
    }

    public static TableRequest Upsert(string table, ITableEntity entity, TableUpdateMode mode)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var path = TablePaths.Entity(table, entity.PartitionKey, entity.RowKey);
        return new(Method(mode), path) { Body = EntityWriter.Write(entity), Accepted = [204] };
    }

    public static TableRequest Update(string table, ITableEntity entity, ETag ifMatch, TableUpdateMode mode)
    {
        if (IsMissing(ifMatch))
        {
            throw new ArgumentException("An update needs the ETag that was read, or ETag.All to overwrite whatever is there.", nameof(ifMatch));
        }

        return Upsert(table, entity, mode) with { Headers = [IfMatch(ifMatch)] };
    }

    /// <summary>A missing ETag stands for whatever is there; the service wants If-Match at each delete.</summary>
    public static TableRequest Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new(RequestMethod.Delete, TablePaths.Entity(table, partitionKey, rowKey))
        {
            Headers = [IfMatch(IsMissing(ifMatch) ? ETag.All : ifMatch)],
            Accepted = [204, 404],
        };

    private static RequestMethod Method(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private static bool IsMissing(ETag tag) => string.IsNullOrEmpty(tag.ToString());

    private static (string Name, string Value) IfMatch(ETag tag) =>
        (HttpHeader.Names.IfMatch, tag == ETag.All ? "*" : tag.ToString("H"));
}
