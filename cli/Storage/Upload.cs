using Benchmarking.CommandLine.Files;

namespace Benchmarking.CommandLine.Storage;

/// <summary>One file on its way, until the receipt for its very bytes is there.</summary>
internal sealed class Upload(ReturnFile file, string hash)
{
    public ReturnFile File => file;

    public string Hash => hash;

    public string? Status { get; private set; }

    public string? Receipt { get; private set; }

    public bool HasReceipt => Receipt is not null;

    public void Received(string receipt, string? status) => (Receipt, Status) = (receipt, status);
}
