using Azure.Storage.Blobs.Models;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>PUT a return: the bytes become its blob and are checked, and the receipt comes back. What it changed is published by then.</summary>
internal static class PutReturn
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut(ReturnDoors.Route, Handle)
        .KeyedDoor("File a return: its bytes are the body, the receipt is the answer.");

    private static async Task<IResult> Handle(
        string council, string year, string kind, HttpContext context, Access access, StorageClients storage, IngestReturn ingest,
        RefreshSlice refresh, TimeProvider clock, IOptions<BenchmarkingOptions> options, ILogger<IngestReturn> log)
    {
        var (path, problem) = ReturnDoors.Address(council, year, kind);
        problem = await access.Check(context, Act.FileReturn, path?.Council) ?? problem ?? new RequestQuery(context.Request).Problem;
        if (problem is not null)
        {
            return problem;
        }

        if (await RequestBody.Bytes(context.Request, options.Value.MaxReturnBytes) is not { } body)
        {
            return ReturnDoors.TooLarge(options.Value.MaxReturnBytes);
        }

        var blobName = ReturnDoors.Named(path!, body).ToString();
        var caller = Access.Of(context);
        Log.FiledByKey(log, caller.Role.ToString(), caller.Name, blobName);
        await storage.Returns.GetBlobClient(blobName).UploadAsync(BinaryData.FromBytes(body), WithTrace(), context.RequestAborted);
        var filedAt = clock.GetUtcNow();
        if (await ingest.Run(blobName, context.RequestAborted) is not { } taken)
        {
            return new Problem(StatusCodes.Status409Conflict, "return-removed", "The return was removed", "Somebody removed the file meanwhile; file it again.");
        }

        await ReturnDoors.Publish(taken, filedAt, refresh, context.RequestAborted);
        return new Answer(taken.Receipt);
    }

    /// <summary>The event that the blob raises is part of this request too.</summary>
    private static BlobUploadOptions WithTrace() => new()
    {
        Metadata = Traces.Current is { } trace ? new Dictionary<string, string> { [Traces.Field] = trace } : null,
    };
}
