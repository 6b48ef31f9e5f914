using System.Security.Cryptography;
using System.Text;
using Benchmarking.Core.Normalising;

namespace Benchmarking.Core.Publishing;

/// <summary>How a slice is hashed and packed. The hashes are over the plain canonical text, so that they do not depend on the
/// packing.</summary>
public static class SliceCodec
{
    /// <summary>Raised when what a slice holds changes its form, so that every slice gets a new version.</summary>
    private const string Form = "slice-2";

    private const int HashLength = 16;

    public static Slice Make(SliceKey key, IReadOnlyList<Observation> observations, IReadOnlyList<GroupSummary> summaries)
    {
        var values = ObservationJson.Write(observations);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Form}\n{key}\n"));
        hash.AppendData(values);
        foreach (var summary in summaries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{summary.Group}\n{summary.Json}"));
        }

        return new Slice(key, Short(hash.GetHashAndReset()), Short(SHA256.HashData(values)), observations, summaries);
    }

    public static byte[] Pack(Slice slice)
    {
        ArgumentNullException.ThrowIfNull(slice);
        return PackedObservations.Pack(slice.Observations);
    }

    /// <summary>A packed slice again; its summaries are not needed to answer and stay behind.</summary>
    public static Slice Unpack(SliceKey key, string version, byte[] packed)
    {
        var values = PackedObservations.Unpack(packed);
        return new Slice(key, version, Short(SHA256.HashData(values)), ObservationJson.ReadAll(values), []);
    }

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, HashLength));
}
