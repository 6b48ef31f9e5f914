using System.IO.Compression;
using Benchmarking.Core.Normalising;

namespace Benchmarking.Core.Publishing;

/// <summary>Observations compressed for a binary property: 150 councils take a few kB, 10,000 a few hundred.</summary>
public static class PackedObservations
{
    public static byte[] Pack(IReadOnlyList<Observation> observations)
    {
        using var packed = new MemoryStream();
        using (var compressed = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            compressed.Write(ObservationJson.Write(observations));
        }

        return packed.ToArray();
    }

    /// <summary>The observations' plain text again, as <see cref="ObservationJson"/> reads it.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var compressed = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            compressed.CopyTo(plain);
        }

        return plain.ToArray();
    }
}
