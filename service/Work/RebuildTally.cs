using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Work;

/// <summary>What one rebuild has learnt so far: which slices there must be, what each must hold, and what was found to differ.</summary>
internal sealed class RebuildTally
{
    public ConcurrentDictionary<SliceKey, FigureDigest> Slices { get; } = new();

    public ConcurrentBag<string> Drift { get; } = [];

    public FigureDigest Slice(SliceKey key) => Slices.GetOrAdd(key, _ => new FigureDigest());
}

/// <summary>The figures of a slice as one number that does not depend on their order, so that a rebuild need not hold them all.</summary>
internal sealed class FigureDigest
{
    private readonly Lock gate = new();
    private UInt128 sum;
    private int count;

    public void Add(string council, string figure)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{council}\n{figure}"));
        lock (gate)
        {
            sum ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
            count++;
        }
    }

    public bool Agrees(FigureDigest other) => sum == other.sum && count == other.count;
}
