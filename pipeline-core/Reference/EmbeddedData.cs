using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarking.Core.Vocabulary;
using CsvHelper;

namespace Benchmarking.Core.Reference;

/// <summary>Reads the data files that are built into the assembly (folder <c>Reference/Data</c>). A fault in one of them is a fault
/// of the build, so it throws.</summary>
internal static class EmbeddedData
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new TextConverter<ReturnKind>(Codes.Parse<ReturnKind>),
            new TextConverter<Unit>(Codes.Parse<Unit>),
            new TextConverter<MetricUnit>(Codes.Parse<MetricUnit>),
            new TextConverter<OpportunityUnit>(Codes.Parse<OpportunityUnit>),
            new TextConverter<Polarity>(Codes.Parse<Polarity>),
            new TextConverter<FigureStatus>(Codes.Parse<FigureStatus>),
            new TextConverter<FinancialYear>(text => FinancialYear.Parse(text)),
            new TextConverter<CouncilCode>(text => CouncilCode.Parse(text)),
        },
    };

    /// <summary>The rows of a CSV file by column name; an empty cell is an empty text.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string file)
    {
        using var csv = CsvReader.Create(Open(file), CsvReaderOptions.Default);
        csv.ReadHeader();
        var columns = csv.Headers.ToArray();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Enumerable.Range(0, columns.Length).ToDictionary(i => columns[i], csv.GetString, StringComparer.Ordinal));
        }

        return rows;
    }

    public static T Json<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, JsonOptions) ?? throw new InvalidDataException($"{file} holds nothing.");
    }

    public static Stream Open(string file) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream($"{typeof(EmbeddedData).Namespace}.Data.{file}")
        ?? throw new InvalidOperationException($"The data file {file} is not built in.");

    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString() ?? "");

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value?.ToString());
    }
}
