using System.Text.Json;
using System.Text.Unicode;

namespace Benchmarking.Core.Vocabulary;

/// <summary>Something in the texts of a JSON document that is not taken.</summary>
public sealed record TextFault(string Code, string Message);

/// <summary>Whether the texts of a JSON document can be taken: they are Unicode, and hold no character that is not what it looks
/// like.</summary>
public static class JsonText
{
    /// <summary>The first fault in names and texts; null where there is none, or where the document is none, which its reader
    /// tells.</summary>
    public static TextFault? FaultIn(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return new("body-not-utf-8", "The body is not UTF-8: save it as UTF-8 and send it again.");
        }

        var reader = new Utf8JsonReader(json);
        var field = "";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
                {
                    continue;
                }

                var isName = reader.TokenType == JsonTokenType.PropertyName;
                var where = isName ? "The name of a field" : $"'{field}'";
                if (Text(ref reader) is not { } text)
                {
                    return new("text-half-pair", $"{where} holds half of a surrogate pair, which is no character: leave it out.");
                }

                if (Characters.Unfit(text) is { } unfit)
                {
                    return new("text-unfit", $"{where} holds {Characters.Named(unfit)}, which is not seen or not what it looks like: "
                        + "write plain text on one line.");
                }

                field = isName ? text : field;
            }
        }
        catch (JsonException)
        {
            // What is no JSON is for its reader to tell.
        }

        return null;
    }

    /// <summary>Null where escapes leave half of a surrogate pair alone, which the reader tells by an exception only.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
