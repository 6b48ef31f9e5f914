using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarking.Service.Rebuild;

/// <summary>The figures of a slice as one number that does not depend on their order, so that a rebuild need not hold them all, and that
/// can be put together from parts. Written <c>count:hex</c>.</summary>
internal sealed class FigureDigest
{
    private readonly Lock gate = new();
    private UInt128 sum;
    private int count;

    public void Add(string council, string figure)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{council}\n{figure}"));
        Add(BinaryPrimitives.ReadUInt128BigEndian(hash), 1);
    }

    /// <summary>Adds the figures of another part.</summary>
    public void Add(string digest)
    {
        var parts = digest.Split(':');
        Add(UInt128.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(parts[0], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{count}:{sum:x32}");

    private void Add(UInt128 part, int figures)
    {
        lock (gate)
        {
            sum ^= part;
            count += figures;
        }
    }
}
