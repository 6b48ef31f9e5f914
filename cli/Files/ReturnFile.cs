using System.Security.Cryptography;

namespace Benchmarking.CommandLine.Files;

internal sealed record ReturnFile(string Path, ReturnAddress Address)
{
    /// <summary>SHA-256 of the bytes, lower-case hex, as receipts carry it.</summary>
    public async Task<string> HashAsync(CancellationToken stop)
    {
        await using var bytes = File.OpenRead(Path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stop));
    }
}
