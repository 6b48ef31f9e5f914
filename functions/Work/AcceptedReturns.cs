using Benchmarking.Core;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Functions.Work;

/// <summary>Reads a council's accepted returns again from the bytes kept with their receipts.</summary>
internal sealed class AcceptedReturns(ReceiptStore receipts, IOptions<BenchmarkingOptions> options)
{
    /// <summary>All that count, with <paramref name="incoming"/> in place of the return in <paramref name="row"/> where it is given.</summary>
    public async Task<IReadOnlyList<AcceptedReturn>> Of(
        CouncilLedger ledger, string? row, AcceptedReturn? incoming, CancellationToken cancellation)
    {
        var others = ledger.Entries
            .Where(entry => entry.Accepted is not null && (incoming is null || entry.Row != row))
            .Select(entry => Read(entry.Accepted!, cancellation));
        var returns = (await Task.WhenAll(others)).ToList();
        if (incoming is not null)
        {
            returns.Add(incoming);
        }

        return returns;
    }

    private async Task<AcceptedReturn> Read(LedgerUpload accepted, CancellationToken cancellation)
    {
        var content = await receipts.Filed(accepted.Receipt, cancellation);
        var path = ReturnPath.TryParse(accepted.Path, out var parsed)
            ? parsed
            : throw new InvalidOperationException($"The ledger holds an accepted return without a path: {accepted.Receipt}.");
        var file = new FiledReturn(accepted.Path, accepted.Sha256, content.Length, accepted.ReceivedAt, content);
        return new AcceptedReturn(
            accepted.Receipt, path.Year, ReturnPipeline.Check(file, path, options.Value.MaxReturnBytes, ReferenceData.Current));
    }
}
