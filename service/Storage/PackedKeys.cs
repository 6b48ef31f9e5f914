using System.Globalization;
using System.IO.Compression;
using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>Keys of slices in one binary property: by metric and status the years, compressed. Every metric of the catalogue in a hundred
/// years and every status fits, and any choice of them.</summary>
internal static class PackedKeys
{
    public static byte[] Pack(IEnumerable<SliceKey> keys)
    {
        var lines = keys.GroupBy(key => (key.Metric, key.Status))
            .OrderBy(years => years.Key.Metric, StringComparer.Ordinal).ThenBy(years => years.Key.Status)
            .Select(years => $"{years.Key.Metric}|{Codes.Of(years.Key.Status)}|{Years(years)}");
        using var packed = new MemoryStream();
        using (var compressed = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            compressed.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        }

        return packed.ToArray();
    }

    /// <summary>The keys in order; none where there is no property.</summary>
    public static IReadOnlyList<SliceKey> Unpack(byte[]? packed)
    {
        if (packed is null)
        {
            return [];
        }

        using var compressed = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new StreamReader(compressed, Encoding.UTF8);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Keys).Order()];
    }

    private static IEnumerable<SliceKey> Keys(string line) => line.Split('|') is [var metric, var status, var years]
        ? years.Split(',').Select(year => new SliceKey(
            metric, new FinancialYear(int.Parse(year, CultureInfo.InvariantCulture)), Codes.Parse<FigureStatus>(status)))
        : throw new FormatException($"'{line}' is no line of packed keys.");

    private static string Years(IEnumerable<SliceKey> keys) =>
        string.Join(',', keys.Select(key => key.Year.StartYear.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
}
