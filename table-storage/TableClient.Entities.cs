using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Connecting;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables;

/// <summary>Reads and writes of entities. Writes leave the entity's ETag and Timestamp as they are; the new ETag is in <c>response.Headers.ETag</c>.</summary>
public partial class TableClient
{
    private const int NotFound = 404;

    /// <summary>
    /// Inserts; throws 409 EntityAlreadyExists if the key is taken. When an earlier try of this call went unanswered, that 409 may be
    /// this call's own success: the exception then says so (<c>AfterRetry</c> in its Data), and the caller has to read back.
    /// </summary>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => _pipeline.SendAsync(EntityRequests.Add(_name, entity), cancellationToken);

    /// <summary>Inserts or overwrites, whatever is there; safe to repeat.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => _pipeline.SendAsync(EntityRequests.Upsert(_name, entity, mode), cancellationToken);

    /// <summary>
    /// Throws 412 UpdateConditionNotSatisfied when the stored ETag differs, 404 when the entity is gone. The default ETag is refused;
    /// <see cref="ETag.All"/> matches any. As with inserts, a 412 after a retry may be this call's own success.
    /// </summary>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => _pipeline.SendAsync(EntityRequests.Update(_name, entity, ifMatch, mode), cancellationToken);

    /// <summary>Without an ETag deletes whatever is there. A 404 is answered, not thrown; a 412 is thrown.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _pipeline.SendAsync(EntityRequests.Delete(_name, partitionKey, rowKey, ifMatch), cancellationToken);

    /// <summary>Only <paramref name="ifMatch"/> counts; the entity's own ETag does not.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Throws 404 ResourceNotFound. With <paramref name="select"/>, what is not named stays unset, the keys too.</summary>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _pipeline.SendAsync(Read(partitionKey, rowKey, select), cancellationToken).ConfigureAwait(false);
        return Entity<T>(response);
    }

    /// <summary>No value on any 404, that of a missing table too.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var request = Read(partitionKey, rowKey, select) with { Accepted = [200, NotFound] };
        var response = await _pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Status == NotFound ? new NoEntity<T>(response) : Entity<T>(response);
    }

    /// <summary>
    /// All entities that match, in key order, page by page. Pages may be short or empty before the end; <paramref name="maxPerPage"/>
    /// (1 to 1000) bounds a page, not the total. Without a partition key in the filter the service reads the whole table.
    /// </summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        PageRules.CheckPageSize(maxPerPage, nameof(maxPerPage));
        var read = TableQuery.Entities<T>(_pipeline, _name, filter, TableQuery.Select(select));
        return new TablePages<T>(read, maxPerPage, cancellationToken);
    }

    private TableRequest Read(string partitionKey, string rowKey, IEnumerable<string>? select) =>
        new(RequestMethod.Get, TablePaths.WithQuery(
            TablePaths.Entity(_name, partitionKey, rowKey), ("$select", TableQuery.Select(select))));

    private static Response<T> Entity<T>(Response response)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return Response.FromValue(EntityReader.Read<T>(document.RootElement), response);
    }
}
