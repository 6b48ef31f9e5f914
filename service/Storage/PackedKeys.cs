using System.IO.Compression;
using System.Text;
using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Storage;

/// <summary>Keys of slices in one binary property: ordered and compressed they take a byte or so each, so that every metric in every year and status
/// that a council's returns can speak of fits.</summary>
internal static class PackedKeys
{
    private const char Separator = '\n';

    public static byte[] Pack(IEnumerable<SliceKey> keys)
    {
        using var packed = new MemoryStream();
        using (var compressed = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            compressed.Write(Encoding.UTF8.GetBytes(string.Join(Separator, keys.Select(key => key.ToString()).Order(StringComparer.Ordinal))));
        }

        return packed.ToArray();
    }

    public static IReadOnlyList<SliceKey> Unpack(byte[]? packed)
    {
        using var compressed = new BrotliStream(new MemoryStream(packed ?? []), CompressionMode.Decompress);
        using var text = new StreamReader(compressed, Encoding.UTF8);
        return packed is null ? [] : [.. text.ReadToEnd().Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(SliceKey.Parse)];
    }
}
