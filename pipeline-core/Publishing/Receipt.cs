using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>What every upload leaves, good or bad. <c>Revision</c> numbers the accepted versions of a return and is null unless accepted;
/// <c>FindingsTotal</c> counts all findings where <c>Findings</c> lists only the first; <c>Id</c> is null where nothing was stored.</summary>
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
    /// <summary>The id of the n-th upload at a path: the same upload always gets the same one.</summary>
    public static string IdFor(string path, string sha256, int upload) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{sha256}\n{upload}")).AsSpan(0, 16));

    public static string Fingerprint(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>How answers and stored receipts are written: camelCase, codes for closed vocabularies, times in ISO 8601 UTC.</summary>
public static class PublishedJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            Converters =
            {
                new CodeConverter<FigureStatus>(), new CodeConverter<ReturnStatus>(), new CodeConverter<ReturnKind>(),
                new CodeConverter<Severity>(), new CodeConverter<ValueState>(), new CodeConverter<Polarity>(), new CodeConverter<Unit>(),
                new CodeConverter<Reference.MetricUnit>(), new ParsableConverter<FinancialYear>(), new ParsableConverter<CouncilCode>(), new UtcConverter(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class CodeConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Codes.TryParse<T>(reader.GetString(), out var value) ? value : throw new JsonException($"'{reader.GetString()}' is not one of {string.Join(", ", Codes.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Codes.Of(value));
    }

    /// <summary>Times end in Z, without trailing zeros of a second.</summary>
    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }

    private sealed class ParsableConverter<T> : JsonConverter<T>
        where T : struct, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            T.TryParse(reader.GetString(), null, out var value) ? value : throw new JsonException($"'{reader.GetString()}' cannot be read.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
