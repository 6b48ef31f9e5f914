using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.CustomHandler;

/// <summary>What fired a trigger, as the host sends it: <c>Data</c> with the one binding, and <c>Metadata</c>. Hosts differ in how often they
/// encode a value, so each is read as whatever it turns out to be.</summary>
internal sealed class TriggerPayload(JsonElement root)
{
    /// <summary>A text inside a JSON text inside a JSON text, and one more for a sender that encoded it himself.</summary>
    private const int MostEncodings = 3;

    /// <summary>The blob that fired the trigger, from its address: path tokens are greedy and may be shadowed, and the trigger's own key is
    /// not sent.</summary>
    public Uri Blob =>
        Uri.TryCreate(TextOf(Member(Member(root, "Metadata"), "Uri")), UriKind.Absolute, out var address)
            ? address
            : throw new InvalidDataException("The invocation does not say which blob fired it.");

    /// <summary>The queue message: plain text, or JSON as it was written.</summary>
    public string Message
    {
        get
        {
            var data = Decoded(Member(root, "Data"));
            var bindings = data.ValueKind == JsonValueKind.Object ? data.EnumerateObject().ToArray() : [];
            return bindings is [var only] && TextOf(only.Value) is { } text
                ? text
                : throw new InvalidDataException("The invocation holds no message.");
        }
    }

    /// <summary>The slice that the message names; a binding of raw bytes arrives as base64.</summary>
    public bool TryGetSlice([NotNullWhen(true)] out StaleSlice? slice) =>
        StaleSlice.TryParse(Message, out slice) || StaleSlice.TryParse(FromBase64(Message), out slice);

    /// <summary>The blob that a message of the poison queue names; the message itself where it names none.</summary>
    public string PutAsideBlob
    {
        get
        {
            foreach (var text in new[] { Message, FromBase64(Message) })
            {
                if (ParsedOrNull(text) is { } message && TextOf(Member(message, "BlobName")) is { Length: > 0 } name)
                {
                    return name;
                }
            }

            return Message;
        }
    }

    private static string? TextOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
        for (var i = 0; i < MostEncodings && text is ['"', ..] && ParsedOrNull(text) is { ValueKind: JsonValueKind.String } inner; i++)
        {
            text = inner.GetString();
        }

        return text == "null" ? null : text;
    }

    private static JsonElement Member(JsonElement parent, string name)
    {
        parent = Decoded(parent);
        return parent.ValueKind != JsonValueKind.Object ? default
            : parent.EnumerateObject().FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    private static JsonElement Decoded(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ParsedOrNull(value.GetString()) is { } decoded ? decoded : value;

    private static JsonElement? ParsedOrNull(string? text)
    {
        try
        {
            return text is null ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
