using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs.Models;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Work;

/// <summary>Why a file that was sent is not in the ledger.</summary>
internal enum NotFiled
{
    /// <summary>What its sender requires of the return does not hold: nothing was changed.</summary>
    Condition,

    /// <summary>Somebody wrote over the file in the container before it was taken in.</summary>
    Replaced,

    /// <summary>The return was withdrawn, this file with it.</summary>
    Withdrawn,
}

/// <summary>A file that was sent: in the ledger, or why not.</summary>
internal sealed record SentFile(IngestedReturn? Ingested, NotFiled? Reason);

/// <summary>Files bytes that a caller has sent. Storage decides the order: a file is written over only on condition that it is the one
/// that the ledger has taken in, so that every file that was written has its receipt in the history, however many are sent at once and to
/// however many instances. No clock is asked.</summary>
internal sealed class FileReturn(
    StorageClients storage, ReturnLedger ledgers, IngestReturn ingest, LedgerSwitch ledgerSwitch, Instruments instruments)
{
    /// <summary><paramref name="holds"/> is what the sender requires of the return as the ledger has it; null is a return of which nothing
    /// was ever filed.</summary>
    public async Task<SentFile> Run(
        ReturnPath path, ReadOnlyMemory<byte> content, Func<LedgerEntry?, bool> holds, CancellationToken cancellation)
    {
        var (sent, started) = (new Sent(path, content, holds), Stopwatch.GetTimestamp());
        var done = await ledgerSwitch.InTurn(
            StorageKeys.LedgerPartition(path), sent.BlobName, () => Attempt(sent, cancellation), cancellation);
        if (done.Ingested is not null)
        {
            instruments.Ingested(Stopwatch.GetElapsedTime(started));
        }

        return done;
    }

    private async Task<Attempt<SentFile>> Attempt(Sent sent, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(sent.Path), cancellation);
        var entry = ledger.Find(StorageKeys.LedgerRow(sent.Path));
        if (sent.Written is null)
        {
            if (!sent.Holds(entry))
            {
                return sent.IsRepeatedBy(entry)
                    ? Of(await ingest.HandOn(ledger, sent.Path, entry!, entry!.Latest, cancellation)) : Refused(NotFiled.Condition);
            }

            sent.Lies ??= entry?.Files.Of(sent.Path.Extension) ?? Sent.Nothing;
            if (!await Write(sent, cancellation))
            {
                await TakeWhatLies(sent, cancellation);
                return Attempt<SentFile>.Lost;
            }

            sent.Before = entry;
        }
        else if (entry is not null && entry.Uploads != (sent.Before?.Uploads ?? 0))
        {
            if (await Overtaken(sent, ledger, entry, cancellation) is { } overtaken)
            {
                return overtaken;
            }
        }

        return Of(await ingest.Take(sent.Written!, sent.Path, ledger, isNext: true, cancellation));
    }

    /// <summary>What became of a file since it was written, where the return has changed meanwhile; null where it still waits.</summary>
    private async Task<Attempt<SentFile>?> Overtaken(Sent sent, CouncilLedger ledger, LedgerEntry entry, CancellationToken cancellation)
    {
        var tag = sent.Written!.Tag;
        var history = await ledgers.History(ledger.Partition, entry.Row, cancellation);
        if (history.FirstOrDefault(upload => upload.Tags == tag && upload.Status != ReturnStatus.Withdrawn) is { } own)
        {
            return Of(await ingest.HandOn(ledger, sent.Path, entry, own, cancellation));
        }

        if (entry.Latest.Status == ReturnStatus.Withdrawn && entry.Latest.Tags?.Split(' ').Contains(tag) == true)
        {
            return Refused(NotFiled.Withdrawn);
        }

        var extension = sent.Path.Extension;
        if (entry.Latest.Status != ReturnStatus.Withdrawn && entry.Files.Of(extension) != sent.Before?.Files.Of(extension))
        {
            return Refused(NotFiled.Replaced);
        }

        if (sent.Holds(entry))
        {
            return null;
        }

        // The other format was filed between this file's condition and its writing.
        return await TakeBack(sent, cancellation) ? Refused(NotFiled.Condition) : Attempt<SentFile>.Lost;
    }

    /// <summary>Writes the file in the place of the one that lies there; false where another does.</summary>
    private async Task<bool> Write(Sent sent, CancellationToken cancellation)
    {
        var conditions = sent.Lies == Sent.Nothing
            ? new BlobRequestConditions { IfNoneMatch = ETag.All }
            : new BlobRequestConditions { IfMatch = new ETag(sent.Lies!) };
        try
        {
            // The event that the blob raises is part of this request too.
            var options = new BlobUploadOptions
            {
                Conditions = conditions,
                Metadata = Traces.Current is { } trace ? new Dictionary<string, string> { [Traces.Field] = trace } : null,
            };
            var answer = await storage.Returns.GetBlobClient(sent.BlobName)
                .UploadAsync(BinaryData.FromBytes(sent.Content), options, cancellation);
            sent.Written = new ReturnUpload(
                sent.BlobName, Receipt.Fingerprint(sent.Content.Span), sent.Content.Length, answer.Value.LastModified,
                answer.Value.ETag.ToString("H"), sent.Content, Traces.Current);
            return true;
        }
        catch (RequestFailedException another) when (another.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>What lies at the name comes first: it was written by an instance that has not taken it in, or without the
    /// service.</summary>
    private async Task TakeWhatLies(Sent sent, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(sent.Path), cancellation);
        if (await ingest.Lying(sent.BlobName, cancellation) is not { } lying)
        {
            sent.Lies = Sent.Nothing;
            return;
        }

        // It is about to be written over, so that it counts whatever the clock says of the other format.
        if ((await ingest.Take(lying, sent.Path, ledger, isNext: true, cancellation)).Done)
        {
            sent.Lies = lying.Tag;
        }
    }

    private async Task<bool> TakeBack(Sent sent, CancellationToken cancellation)
    {
        try
        {
            await storage.Returns.GetBlobClient(sent.BlobName).DeleteIfExistsAsync(
                conditions: new BlobRequestConditions { IfMatch = new ETag(sent.Written!.Tag) }, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException another) when (another.Status == 412)
        {
            return false;
        }
    }

    private static Attempt<SentFile> Of(Attempt<IngestedReturn?> taken) =>
        taken.Done ? new Attempt<SentFile>(true, new SentFile(taken.Result, null)) : Attempt<SentFile>.Lost;

    private static Attempt<SentFile> Refused(NotFiled reason) => new(true, new SentFile(null, reason));

    /// <summary>A file on its way: what lies in its place, and itself once it is written.</summary>
    private sealed class Sent(ReturnPath path, ReadOnlyMemory<byte> content, Func<LedgerEntry?, bool> holds)
    {
        public const string Nothing = "";

        public ReturnPath Path => path;

        public string BlobName { get; } = path.ToString();

        public ReadOnlyMemory<byte> Content => content;

        public Func<LedgerEntry?, bool> Holds => holds;

        /// <summary>The entity tag of the file that is to be written over; null until it is known.</summary>
        public string? Lies { get; set; }

        public ReturnUpload? Written { get; set; }

        /// <summary>The return as it was in the ledger when the file was written.</summary>
        public LedgerEntry? Before { get; set; }

        /// <summary>Whether the newest upload is these bytes: a caller who did not hear the answer asks again.</summary>
        public bool IsRepeatedBy(LedgerEntry? entry) => entry is { Latest: { Status: not ReturnStatus.Withdrawn } latest }
            && latest.Path == BlobName && latest.Sha256 == Receipt.Fingerprint(content.Span);
    }
}
