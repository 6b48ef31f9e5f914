using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>What every upload leaves, good or bad. <c>Revision</c> numbers the accepted versions of a return and is null unless accepted;
/// <c>FindingsTotal</c> counts all findings where <c>Findings</c> lists only the first; <c>Id</c> is null where nothing was
/// stored.</summary>
public sealed record Receipt(
    string? Id,
    string Path,
    string Sha256,
    long Size,
    DateTimeOffset ReceivedAt,
    int Rows,
    ReturnStatus Status,
    int? Revision,
    FindingCounts Counts,
    int FindingsTotal,
    IReadOnlyList<Finding> Findings,
    string TaxonomyVersion,
    string CatalogueVersion)
{
    /// <summary>What the figures were held against; null where the file could not be read as a return.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ComparedWith? ComparedWith { get; init; }

    /// <summary>The observations that an accepted revision or a withdrawal moved; null for every other receipt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MovedObservation>? Changes { get; init; }

    /// <summary>Why a return was withdrawn; null unless it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The role in which a dataset was loaded; null for a return, and where the file did not come over HTTP.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LoadedBy { get; init; }

    /// <summary>Who signed the revision off; null unless the receipt is that of a sign-off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SignOff? SignOff { get; init; }

    /// <summary>The id of the n-th upload at a path: the same upload always gets the same one.</summary>
    public static string IdFor(string path, string sha256, int upload) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{sha256}\n{upload}")).AsSpan(0, 16));

    /// <summary>The id of a sign-off: signed again by the same officer in the same role it is the same.</summary>
    public static string IdForSignOff(string revisionReceipt, string role, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{revisionReceipt}\nsigned off\n{role}\n{name}")).AsSpan(0, 16));

    public static string Fingerprint(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>What a return was held against when it was checked: receipts of the council's and its partners' accepted returns, and the
/// versions of the slices from which other councils' values were taken.</summary>
public sealed record ComparedWith(IReadOnlyList<string> Receipts, IReadOnlyList<ComparedSlice> Slices);

/// <summary>A slice by name and version.</summary>
public sealed record ComparedSlice(string Slice, string Version);

/// <summary>That a named officer in a role of <c>sign-off-roles.json</c> stands by a revision; <c>Receipt</c> is the sign-off's
/// own.</summary>
public sealed record SignOff(string Role, string? Name, int Revision, DateTimeOffset SignedAt, string Receipt);

/// <summary>How answers and stored receipts are written: camelCase, codes for closed vocabularies, times in ISO 8601 UTC.</summary>
public static class PublishedJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,

            // Answers are never put into HTML by the service; £ and + are for people to read.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new CodeConverter<FigureStatus>(), new CodeConverter<ReturnStatus>(), new CodeConverter<ReturnKind>(),
                new CodeConverter<Severity>(), new CodeConverter<ValueState>(), new CodeConverter<Polarity>(), new CodeConverter<Unit>(),
                new CodeConverter<Reference.MetricUnit>(), new ParsableConverter<FinancialYear>(), new ParsableConverter<CouncilCode>(),
                new UtcConverter(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class CodeConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Codes.TryParse<T>(reader.GetString(), out var value)
                ? value
                : throw new JsonException($"'{reader.GetString()}' is not one of {string.Join(", ", Codes.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Codes.Of(value));
    }

    /// <summary>Times end in Z, without trailing zeros of a second.</summary>
    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }

    private sealed class ParsableConverter<T> : JsonConverter<T>
        where T : struct, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            T.TryParse(reader.GetString(), null, out var value)
                ? value
                : throw new JsonException($"'{reader.GetString()}' cannot be read.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
