using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Work;

/// <summary>What became of a sign-off. <c>Serving</c> is the revision that serves, null where none does; <c>Receipt</c> is null where
/// nothing was signed; <c>By</c> is who signed before in the same role.</summary>
internal sealed record Signed(int? Serving, Receipt? Receipt, SignOff? By);

/// <summary>Enters that an officer stands by the revision that serves. The sign-off has a receipt of its own and ends with the next
/// revision.</summary>
internal sealed class SignReturn(ReturnLedger ledgers, ReceiptStore receipts, LedgerSwitch ledgerSwitch, TimeProvider clock)
{
    public Task<Signed> Run(ReturnPath path, string role, string name, int revision, CancellationToken cancellation) => ledgerSwitch.InTurn(
        StorageKeys.LedgerPartition(path), path.ToString(), () => Take(path, role, name, revision, cancellation), cancellation);

    private async Task<Attempt<Signed>> Take(ReturnPath path, string role, string name, int revision, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(path), cancellation);
        var entry = ledger.Find(StorageKeys.LedgerRow(path));
        if (entry?.Accepted is not { } accepted || accepted.Revision != revision)
        {
            return Done(new Signed(entry?.Accepted?.Revision, null, null));
        }

        if (entry.SignOffs.FirstOrDefault(signOff => signOff.Role == role) is { } by)
        {
            await ledgerSwitch.HandOn(ledger, path, entry, cancellation);
            return Done(new Signed(revision, by.Name == name ? await receipts.Get(by.Receipt, cancellation) : null, by));
        }

        var receipt = await Receipt(accepted, role, name, revision, cancellation);
        var next = entry with { SignOffs = [.. entry.SignOffs, receipt!.SignOff!] };
        if (await ledgers.Sign(ledger, next, cancellation) is not { } signed)
        {
            return Attempt<Signed>.Lost;
        }

        await ledgerSwitch.HandOn(signed, path, next, cancellation);
        return Done(new Signed(revision, receipt, null));
    }

    /// <summary>The receipt of the revision with who signed it; made once, so that a repetition says the same time.</summary>
    private async Task<Receipt> Receipt(LedgerUpload accepted, string role, string name, int revision, CancellationToken cancellation)
    {
        var id = Core.Publishing.Receipt.IdForSignOff(accepted.Receipt, role, name);
        if (await receipts.Find(id, cancellation) is { } made)
        {
            return made;
        }

        var receipt = await receipts.Get(accepted.Receipt, cancellation) with
        {
            Id = id,
            Changes = null,
            SignOff = new SignOff(role, name, revision, clock.GetUtcNow(), id),
        };
        return await receipts.Save(receipt, null, 0, cancellation) ? receipt : await receipts.Get(id, cancellation);
    }

    private static Attempt<Signed> Done(Signed signed) => new(true, signed);
}
