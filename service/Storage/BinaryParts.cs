using Azure.Data.Tables;

namespace Benchmarking.Service.Storage;

/// <summary>Bytes over several binary properties of a row, <c>Part0</c> and on: each as long as a property may be, and so many that the row
/// stays one.</summary>
internal static class BinaryParts
{
    public const int PartBytes = 60_000;
    public const int PartsPerRow = 10;

    /// <summary>What one row takes.</summary>
    public const int RowBytes = PartBytes * PartsPerRow;

    public static void Put(TableEntity row, string name, ReadOnlySpan<byte> content)
    {
        if (content.Length > RowBytes)
        {
            throw new InvalidOperationException($"{content.Length} bytes do not fit the properties {name} of one row.");
        }

        for (var part = 0; part * PartBytes < content.Length; part++)
        {
            row[$"{name}{part}"] = content[(part * PartBytes)..Math.Min((part + 1) * PartBytes, content.Length)].ToArray();
        }
    }

    public static byte[] Get(TableEntity row, string name) =>
        [.. Enumerable.Range(0, PartsPerRow).Select(part => row.GetBinary($"{name}{part}")).OfType<byte[]>().SelectMany(part => part)];
}
