using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>What a Functions host posts, by its encoding rules: bytes as base64, objects as they are, everything else as JSON text inside
/// a JSON string; keys that end in <c>trigger</c> left out.</summary>
internal static class HostPayloads
{
    public static string Blob(Uri blob, byte[] content, string greedyName) => new JsonObject
    {
        ["Data"] = new JsonObject { ["upload"] = Convert.ToBase64String(content) },
        ["Metadata"] = new JsonObject
        {
            ["Uri"] = Twice(blob.AbsoluteUri),
            ["Properties"] = new JsonObject { ["LastModified"] = "2026-05-01T09:30:15+00:00", ["ContentLength"] = content.Length, ["ETag"] = new JsonObject() },
            ["Metadata"] = new JsonObject { ["submittedby"] = "x" },
            ["name"] = Twice(greedyName),
            ["sys"] = Sys("IngestReturn"),
        },
    }.ToJsonString();

    public static string Queue(string message) => new JsonObject
    {
        ["Data"] = new JsonObject { ["message"] = Twice(message) },
        ["Metadata"] = new JsonObject
        {
            ["DequeueCount"] = "1",
            ["Id"] = Twice("800ae4b3"),
            ["PopReceipt"] = Twice("AgAAAA=="),
            ["InsertionTime"] = "2026-05-01T09:30:15+00:00",
            ["sys"] = Sys("RefreshSlice"),
        },
    }.ToJsonString();

    public static string Timer(bool pastDue = false, bool monitored = true) => new JsonObject
    {
        ["Data"] = new JsonObject
        {
            ["timer"] = new JsonObject
            {
                ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                ["ScheduleStatus"] = monitored ? new JsonObject { ["Last"] = "2026-05-01T02:00:00+00:00", ["Next"] = "2026-05-02T02:00:00+00:00" } : null,
                ["IsPastDue"] = pastDue,
            },
        },
        ["Metadata"] = new JsonObject { ["sys"] = Sys("RefreshBenchmarks") },
    }.ToJsonString();

    /// <summary>JSON text inside a JSON string.</summary>
    public static string Twice(string text) => JsonSerializer.Serialize(text);

    private static JsonObject Sys(string method) => new() { ["MethodName"] = method, ["UtcNow"] = "2026-05-01T09:30:20Z", ["RandGuid"] = "b7c1" };
}
