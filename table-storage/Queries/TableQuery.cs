using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Connecting;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Queries;

/// <summary>The two listings: entities of a table, tables of an account. Each page repeats all parameters of the first.</summary>
internal static class TableQuery
{
    private const string Continuation = "x-ms-continuation-";

    public static string? Select(IEnumerable<string>? names)
    {
        string[] list = [.. names ?? []];
        foreach (var name in list)
        {
            NameRules.CheckPropertyName(name);
        }

        return list.Length == 0 ? null : string.Join(',', list);
    }

    public static ReadPage<T> Entities<T>(TablePipeline pipeline, string table, string? filter, string? select)
        where T : class, ITableEntity => (token, size, cancellation) =>
    {
        var from = PageToken.Parse(token);
        var path = TablePaths.WithQuery(
            $"{table}()",
            ("$filter", NullIfEmpty(filter)),
            ("$select", select),
            ("$top", Text(size)),
            ("NextPartitionKey", from.First),
            ("NextRowKey", from.Second));
        return PageAsync(pipeline, path, EntityReader.Read<T>, "NextPartitionKey", "NextRowKey", cancellation);
    };

    public static ReadPage<TableItem> Tables(TablePipeline pipeline, string? filter) => (token, size, cancellation) =>
    {
        var path = TablePaths.WithQuery(
            TablePaths.Tables,
            ("$filter", NullIfEmpty(filter)),
            ("$top", Text(size)),
            ("NextTableName", PageToken.Parse(token).First));
        return PageAsync(pipeline, path, Table, "NextTableName", null, cancellation);
    };

    private static async Task<Page<T>> PageAsync<T>(
        TablePipeline pipeline, string path, Func<JsonElement, T> read, string first, string? second, CancellationToken cancellation)
    {
        var response = await pipeline.SendAsync(new TableRequest(RequestMethod.Get, path), cancellation).ConfigureAwait(false);
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        T[] items = [.. document.RootElement.GetProperty("value").EnumerateArray().Select(read)];
        var token = PageToken.Read(response, Continuation + first, second is null ? null : Continuation + second);
        return Page<T>.FromValues(items, token, response);
    }

    private static TableItem Table(JsonElement json) => new(json.GetProperty("TableName").GetString()!);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Text(int? size) => size?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
