using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Limits;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Connecting;

/// <summary>Making and removing whole tables, for both clients.</summary>
internal static class TableCommands
{
    private const int Conflict = 409;

    public static async Task<Response<TableItem>> CreateAsync(TablePipeline pipeline, string name, CancellationToken cancellation)
    {
        var response = await pipeline.SendAsync(Creation(name), cancellation).ConfigureAwait(false);
        return Response.FromValue(new TableItem(name), response);
    }

    /// <summary>Only "is there" is no failure: a table that is still being deleted (409 as well) throws.</summary>
    public static async Task<Response<TableItem>> CreateIfMissingAsync(TablePipeline pipeline, string name, CancellationToken cancellation)
    {
        try
        {
            return await CreateAsync(pipeline, name, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException fault) when (IsThere(fault))
        {
            return Response.FromValue(new TableItem(name), fault.GetRawResponse()!);
        }
    }

    /// <summary>A missing table is answered with 404, not thrown.</summary>
    public static Task<Response> DeleteAsync(TablePipeline pipeline, string name, CancellationToken cancellation)
    {
        NameRules.CheckTableName(name);
        return pipeline.SendAsync(new(RequestMethod.Delete, TablePaths.Table(name)) { Accepted = [204, 404] }, cancellation);
    }

    private static bool IsThere(RequestFailedException fault) =>
        fault.Status == Conflict && TableErrorCode.TableAlreadyExists == fault.ErrorCode && fault.GetRawResponse() is not null;

    private static TableRequest Creation(string name)
    {
        NameRules.CheckTableName(name);
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["TableName"] = name });
        return new(RequestMethod.Post, TablePaths.Tables)
        {
            Body = Encoding.UTF8.GetBytes(body),
            Headers = [("Prefer", "return-no-content")],
            Accepted = [201, 204],
        };
    }
}
