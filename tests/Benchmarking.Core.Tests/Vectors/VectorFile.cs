using System.Globalization;
using System.Text.Json;

namespace Benchmarking.Core.Tests.Vectors;

/// <summary>Reads the reference values beside it, and says when a result agrees with one.</summary>
internal static class VectorFile
{
    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    /// <summary>The rows of a CSV without quoted cells, by header.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Csv(string name)
    {
        var lines = File.ReadAllLines(PathOf(name));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static decimal Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? Number(element.GetString()!) : element.GetDecimal();

    public static decimal Number(this JsonElement element, string property) => element.GetProperty(property).Number();

    public static decimal? NumberOrNull(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : element.Number();

    public static IReadOnlyList<decimal> Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(Number)];

    public static void Agrees(decimal expected, decimal? actual, double tolerance = 1e-9)
    {
        Assert.NotNull(actual);
        var allowed = tolerance * Math.Max(1e-3, Math.Abs((double)expected));
        Assert.True(Math.Abs((double)(expected - actual.Value)) <= allowed, $"expected {expected}, got {actual}");
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Vectors", name);
}
