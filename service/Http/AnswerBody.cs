using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Http;

/// <summary>Puts beside a published answer what every answer made from aggregates carries: the versions it was made from and its
/// permalink.</summary>
internal static class AnswerBody
{
    public static JsonObject With<T>(T published, IReadOnlyList<UsedSlice> versions, string permalink)
        where T : notnull
    {
        var body = (JsonObject)JsonSerializer.SerializeToNode(published, PublishedJson.Options)!;
        body["versions"] = Part(versions);
        body["permalink"] = permalink;
        return body;
    }

    /// <summary>A part of an answer that stands beside what is published.</summary>
    public static JsonNode? Part<T>(T part) => JsonSerializer.SerializeToNode(part, PublishedJson.Options);
}
