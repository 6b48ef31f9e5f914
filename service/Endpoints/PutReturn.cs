using Azure.Storage.Blobs.Models;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>PUT a return: the bytes become its blob and are checked, and the receipt comes back. What it changed is published by
/// then.</summary>
internal sealed class PutReturn(
    ReturnBody bodies, StorageClients storage, IngestReturn ingest, PublishedChange change, TimeProvider clock, ILogger<PutReturn> log)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut(
            ReturnAddress.Route,
            ([AsParameters] ReturnAddress address, PutReturn endpoint, HttpContext context) => endpoint.Handle(address, context))
        .WithSummary("File a return: its bytes are the body, the receipt is the answer.")
        .Requires(Act.FileReturn)
        .AnswersInJson()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private async Task<IResult> Handle(ReturnAddress address, HttpContext context)
    {
        if (!(await bodies.Read(context.Request)).TryGet(out var body, out var problem))
        {
            return problem;
        }

        var blobName = address.Named(body).ToString();
        var caller = Caller.Of(context.User);
        Log.FiledByKey(log, caller.Role.ToString(), caller.Name, blobName);
        await storage.Returns.GetBlobClient(blobName).UploadAsync(BinaryData.FromBytes(body), WithTrace(), context.RequestAborted);
        var filedAt = clock.GetUtcNow();
        if (await ingest.Run(blobName, context.RequestAborted) is not { } ingested)
        {
            return Problem.Conflict("return-removed", "The return was removed", "Somebody removed the file meanwhile; file it again.");
        }

        await change.Publish(ingested.Touched, filedAt, context.RequestAborted);
        return new Answer(ingested.Receipt);
    }

    /// <summary>The event that the blob raises is part of this request too.</summary>
    private static BlobUploadOptions WithTrace() => new()
    {
        Metadata = Traces.Current is { } trace ? new Dictionary<string, string> { [Traces.Field] = trace } : null,
    };
}
