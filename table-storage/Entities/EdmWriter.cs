using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// Writes one property with its type, as in https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations.
/// A double is always annotated, or a whole one could come back as Int32.
/// </summary>
internal static class EdmWriter
{
    public const string AnnotationSuffix = "@odata.type";

    /// <summary>Brings a caller's value to one of the eight types the service keeps.</summary>
    public static object Normalise(string name, object value) => value switch
    {
        string text => Text(name, text),
        byte[] bytes => Binary(name, bytes),
        BinaryData data => Binary(name, data.ToArray()),
        DateTimeOffset instant => Date(name, instant),
        DateTime { Kind: DateTimeKind.Utc } instant => Date(name, new DateTimeOffset(instant)),
        DateTime => throw new ArgumentException($"'{name}' holds a DateTime that is not UTC; say which instant it is.", name),
        Enum member => member.ToString(),
        bool or int or long or double or Guid => value,
        _ => throw new ArgumentException(
            $"'{name}' holds {value.GetType().Name}, which the service does not keep: use string, int, long, double, bool, Guid, DateTimeOffset or byte[].",
            name),
    };

    /// <summary>Takes what <see cref="Normalise"/> answered.</summary>
    public static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, Escaped(text)); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: Typed(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid id: Typed(json, name, "Edm.Guid", id.ToString("D")); break;
            case DateTimeOffset instant: Typed(json, name, "Edm.DateTime", Iso(instant)); break;
            case byte[] bytes:
                Annotate(json, name, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            case double number when double.IsFinite(number):
                Annotate(json, name, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            case double number: Typed(json, name, "Edm.Double", number.ToString(CultureInfo.InvariantCulture)); break;
            default: throw new InvalidOperationException($"'{name}' was not normalised.");
        }
    }

    /// <summary>UTC with all seven decimals: the service keeps ticks.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>
    /// Leaves no letter beyond ASCII in the body: Azurite decodes a large body piece by piece and breaks a letter on a seam.
    /// Plain ASCII is escaped as little as JSON allows, since text is often JSON itself.
    /// </summary>
    private static JsonEncodedText Escaped(string text) =>
        JsonEncodedText.Encode(text, Ascii.IsValid(text) ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default);

    private static void Typed(Utf8JsonWriter json, string name, string type, string value)
    {
        Annotate(json, name, type);
        json.WriteString(name, value);
    }

    private static void Annotate(Utf8JsonWriter json, string name, string type) => json.WriteString(name + AnnotationSuffix, type);

    private static string Text(string name, string text)
    {
        if (text.Length > TableLimits.MaxStringLength)
        {
            throw TooLong(name, text.Length, TableLimits.MaxStringLength, "characters");
        }

        NameRules.CheckUnicode(text, name);
        return text;
    }

    private static byte[] Binary(string name, byte[] bytes) =>
        bytes.Length <= TableLimits.MaxBinaryLength ? bytes : throw TooLong(name, bytes.Length, TableLimits.MaxBinaryLength, "bytes");

    private static DateTimeOffset Date(string name, DateTimeOffset instant) =>
        instant >= TableLimits.EarliestDate ? instant : throw new ArgumentException($"'{name}' is before 1601-01-01, the earliest date kept.", name);

    private static ArgumentException TooLong(string name, int length, int limit, string unit) =>
        new(FormattableString.Invariant($"'{name}' has {length} {unit}; {limit} are allowed."), name);
}
