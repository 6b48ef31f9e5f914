using Azure.Core;
using Azure.Data.Tables.Connecting;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables;

/// <summary>
/// One table. A subset of the package of this name: async only, filters as text, no policies or signatures made here.
/// What the service would refuse for its form is refused here with <see cref="ArgumentException"/>, before anything is sent.
/// Safe to share between threads.
/// </summary>
public partial class TableClient
{
    private readonly TablePipeline _pipeline = null!;
    private readonly string _name = null!;

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(Connect(connectionString, options), tableName)
    {
    }

    /// <summary>The endpoint's path ends with the table's name; the signature is not part of it.</summary>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        var (service, table) = TableEndpoint.SplitTable(endpoint);
        NameRules.CheckTableName(table);
        _pipeline = new TablePipeline(new TableEndpoint(service), Authentication.Signature(credential), options);
        _name = table;
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(new TablePipeline(new TableEndpoint(endpoint, credential?.AccountName), Authentication.SharedKey(credential!), options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(new TablePipeline(new TableEndpoint(endpoint), Authentication.Bearer(tokenCredential), options), tableName)
    {
    }

    internal TableClient(TablePipeline pipeline, string tableName)
    {
        NameRules.CheckTableName(tableName);
        _pipeline = pipeline;
        _name = tableName;
    }

    /// <summary>For test doubles.</summary>
    protected TableClient()
    {
    }

    public virtual string Name => _name;

    public virtual string AccountName => _pipeline.Endpoint.Account;

    public virtual Uri Uri => _pipeline.Endpoint.At(_name);

    /// <summary>Null is refused: a filter cannot compare with what is not stored.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Fill(filter);

    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableCommands.CreateAsync(_pipeline, _name, cancellationToken);

    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableCommands.CreateIfMissingAsync(_pipeline, _name, cancellationToken);

    /// <summary>A missing table is answered with 404, not thrown. On Azure the name stays unusable for some 40 seconds.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableCommands.DeleteAsync(_pipeline, _name, cancellationToken);

    private static TablePipeline Connect(string connectionString, TableClientOptions? options)
    {
        var (endpoint, authentication) = ConnectionString.Parse(connectionString);
        return new TablePipeline(endpoint, authentication, options);
    }
}
