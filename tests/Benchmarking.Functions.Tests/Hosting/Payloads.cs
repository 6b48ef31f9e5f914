using System.Text.Json;
using Benchmarking.Functions.Tests.Hosting.Contract;
using Google.Protobuf;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>What a Functions host sends of each kind of trigger.</summary>
internal static class Payloads
{
    /// <summary>A blob bound as a client: where it lies, never what is in it.</summary>
    public static TypedData Blob(string name, string container = "returns") => new()
    {
        ModelBindingData = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureStorageBlobs",
            ContentType = "application/json",
            Content = ByteString.CopyFromUtf8(
                JsonSerializer.Serialize(new { Connection = "Storage", ContainerName = container, BlobName = name })),
        },
    };

    /// <summary>A message that is JSON is sent as such.</summary>
    public static TypedData Queue(string message) =>
        message.StartsWith('{') ? new TypedData { Json = message } : new TypedData { String = message };

    public static TypedData Timer(bool pastDue = false, bool monitored = true) => new()
    {
        Json = JsonSerializer.Serialize(new
        {
            Schedule = new { AdjustForDST = true },
            ScheduleStatus = monitored
                ? new { Last = "2026-05-01T02:00:00+00:00", Next = "2026-05-02T02:00:00+00:00", LastUpdated = "2026-05-01T02:00:00+00:00" }
                : null,
            IsPastDue = pastDue,
        }),
    };
}
