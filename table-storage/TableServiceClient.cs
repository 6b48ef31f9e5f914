using Azure.Core;
using Azure.Data.Tables.Connecting;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables;

/// <summary>
/// The tables of one account. A subset of the package of this name: async only, filters as text. Safe to share between threads.
/// </summary>
public class TableServiceClient
{
    private readonly TablePipeline _pipeline = null!;

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var (endpoint, authentication) = ConnectionString.Parse(connectionString);
        _pipeline = new TablePipeline(endpoint, authentication, options);
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
    {
        _pipeline = new TablePipeline(new TableEndpoint(endpoint, credential?.AccountName), Authentication.SharedKey(credential!), options);
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        _pipeline = new TablePipeline(new TableEndpoint(endpoint), Authentication.Signature(credential), options);
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        _pipeline = new TablePipeline(new TableEndpoint(endpoint), Authentication.Bearer(tokenCredential), options);
    }

    /// <summary>For test doubles.</summary>
    protected TableServiceClient()
    {
    }

    public virtual string AccountName => _pipeline.Endpoint.Account;

    public virtual Uri Uri => _pipeline.Endpoint.Service;

    /// <summary>Null is refused: a filter cannot compare with what is not stored.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Fill(filter);

    /// <summary>Shares this client's connections; sends nothing.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_pipeline, tableName);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableCommands.CreateAsync(_pipeline, tableName, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableCommands.CreateIfMissingAsync(_pipeline, tableName, cancellationToken);

    /// <summary>A missing table is answered with 404, not thrown. On Azure the name stays unusable for some 40 seconds.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        TableCommands.DeleteAsync(_pipeline, tableName, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default)
    {
        PageRules.CheckPageSize(maxPerPage, nameof(maxPerPage));
        return new TablePages<TableItem>(TableQuery.Tables(_pipeline, filter), maxPerPage, cancellationToken);
    }

    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);
}
