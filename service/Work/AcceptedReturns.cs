using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Core;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>Reads accepted returns again from the bytes kept with their receipts. They are read by themselves: what was accepted stays so,
/// whatever was filed around it since.</summary>
internal sealed class AcceptedReturns(
    ReceiptStore receipts, ReturnLedger ledgers, CheckLimiter limiter, IOptions<BenchmarkingOptions> options)
{
    /// <summary>All of a council that count.</summary>
    public Task<IReadOnlyList<AcceptedReturn>> Of(CouncilLedger ledger, CancellationToken cancellation) =>
        Of(ledger, _ => true, cancellation);

    /// <summary>Those of a council that count and whose paths are <paramref name="taken"/>.</summary>
    public Task<IReadOnlyList<AcceptedReturn>> Of(CouncilLedger ledger, Func<ReturnPath, bool> taken, CancellationToken cancellation) =>
        Read(ledger.Entries, taken, cancellation);

    /// <summary>Those of the same year and kind that are filed jointly with a council's, or by its partnership's members.</summary>
    public async Task<IReadOnlyList<AcceptedReturn>> OfPartners(ReturnPath path, Func<ReturnPath, bool> taken,
        CancellationToken cancellation)
    {
        var partners = ReferenceData.Current.Groups.Partnerships
            .Select(partnership => (string[])[partnership.Code, .. partnership.Members.Select(member => member.Value)])
            .Where(codes => codes.Contains(path.Council.Value))
            .SelectMany(codes => codes)
            .Where(code => code != path.Council.Value)
            .Distinct();
        var entries = await Task.WhenAll(partners.Select(partner => ledgers.Find(partner, StorageKeys.LedgerRow(path), cancellation)));
        return await Read(entries.OfType<LedgerEntry>(), taken, cancellation);
    }

    private async Task<IReadOnlyList<AcceptedReturn>> Read(
        IEnumerable<LedgerEntry> entries, Func<ReturnPath, bool> taken, CancellationToken cancellation) =>
        await Task.WhenAll(entries.Select(entry => entry.Accepted).OfType<LedgerUpload>()
            .Select(accepted => (Accepted: accepted, Path: PathOf(accepted))).Where(found => taken(found.Path))
            .Select(found => Read(found.Accepted, found.Path, cancellation)));

    private static ReturnPath PathOf(LedgerUpload accepted) => ReturnPath.TryParse(accepted.Path, out var parsed)
        ? parsed
        : throw new InvalidOperationException($"The ledger holds an accepted return without a path: {accepted.Receipt}.");

    private async Task<AcceptedReturn> Read(LedgerUpload accepted, ReturnPath path, CancellationToken cancellation)
    {
        var content = await receipts.Filed(accepted.Receipt, cancellation);
        var file = new FiledReturn(accepted.Path, accepted.Sha256, content.Length, accepted.ReceivedAt, content);
        var result = await limiter.Run(
            token => ReturnPipeline.Read(file, path, options.Value.MaxReturnBytes, ReferenceData.Current, token).Finish(null),
            cancellation);
        return new AcceptedReturn(accepted.Receipt, path.Year, result);
    }
}
