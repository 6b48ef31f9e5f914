using System.Globalization;
using System.Text.Json;
using Benchmarking.Functions.Tests.Host.Contract;
using Google.Protobuf;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>What a host sends when a trigger fires.</summary>
internal static class Invocations
{
    public static InvocationRequest Queue(string message) => With("message", new TypedData { String = message });

    public static InvocationRequest Timer(bool pastDue = false) => With("timer", new TypedData
    {
        Json = JsonSerializer.Serialize(new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = new { Last = "2026-01-01T02:00:00Z", Next = "2026-01-02T02:00:00Z", LastUpdated = "2026-01-01T02:00:00Z" },
            IsPastDue = pastDue,
        }),
    });

    /// <summary>A blob by reference, as it is given to a function that takes a client.</summary>
    public static InvocationRequest Blob(string container, string name) => With("blob", new TypedData
    {
        ModelBindingData = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureStorageBlobs",
            ContentType = "application/json",
            Content = ByteString.CopyFromUtf8(JsonSerializer.Serialize(new { Connection = "Storage", ContainerName = container, BlobName = name })),
        },
    });

    /// <summary>What the host puts on the poison queue for a blob.</summary>
    public static string PoisonedBlob(string name) => JsonSerializer.Serialize(new
    {
        FunctionId = "Host.Functions.IngestReturn", BlobType = "BlockBlob", ContainerName = "returns", BlobName = name,
        ETag = string.Create(CultureInfo.InvariantCulture, $"\"0x{8:X}DC\""),
    });

    private static InvocationRequest With(string name, TypedData data)
    {
        var request = new InvocationRequest();
        request.InputData.Add(new ParameterBinding { Name = name, Data = data });
        return request;
    }
}
