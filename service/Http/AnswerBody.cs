using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

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

    /// <summary>Says in which precision figures are, and how to have them otherwise.</summary>
    public static void Tell(this JsonObject body, Precision precision)
    {
        body["precision"] = Codes.Of(precision);
        body["precisionNote"] = Note(precision);
    }

    public static string Note(Precision precision) => precision == Precision.Full
        ? "Unrounded: summaries can be recomputed from these figures."
        : "Rounded once, from unrounded figures: summaries recomputed from rounded ones can differ in their last place; precision=full "
            + "has the others.";

    /// <summary>A part of an answer that stands beside what is published.</summary>
    public static JsonNode? Part<T>(T part) => JsonSerializer.SerializeToNode(part, PublishedJson.Options);
}
