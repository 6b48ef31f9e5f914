using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>Programmes as JSON, read strictly: an unknown field, a missing one and one of the wrong type are a problem that names its
/// place.</summary>
public static class ProgrammeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        MaxDepth = 8,
        Converters =
        {
            new Text<CouncilCode>(text => CouncilCode.Parse(text), council => council.Value),
            new Text<FinancialYear>(text => FinancialYear.Parse(text), year => year.ToString()),
            new Text<Confidence>(Codes.Parse<Confidence>, word => Codes.Of(word)),
            new Text<SavingsStage>(Codes.Parse<SavingsStage>, word => Codes.Of(word)),
            new Text<PriceAverage>(Codes.Parse<PriceAverage>, word => Codes.Of(word)),
            new Text<Restatement>(Codes.Parse<Restatement>, word => Codes.Of(word)),
            new Text<Polarity>(Codes.Parse<Polarity>, word => Codes.Of(word)),
        },
    };

    public static Appraised<Programme> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Programme>(json, Options) is { } programme
                ? programme
                : new AppraisalProblem("body-unreadable", "The body is null: send one object with a name and at least one part of a plan.");
        }
        catch (JsonException fault)
        {
            var place = fault.Path is { Length: > 1 } path ? $" at '{path.TrimStart('$', '.')}'" : "";
            return new AppraisalProblem(
                "programme-unreadable",
                $"The programme cannot be read{place} (line {fault.LineNumber + 1}): every field once and of its type, words and years "
                    + $"as written in the "
                + "interface's pages, and null for what nobody stated.");
        }
    }

    /// <summary>The same programme is the same bytes, and they can be read again: what nobody stated is written as null.</summary>
    public static byte[] Write(Programme programme) => JsonSerializer.SerializeToUtf8Bytes(programme, Options);

    /// <summary>The programme as a part of an answer.</summary>
    public static JsonNode Node(Programme programme) => JsonSerializer.SerializeToNode(programme, Options)!;

    private sealed class Text<T>(Func<string, T> parse, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return parse(reader.GetString()!);
            }
            catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentException)
            {
                throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
