using System.Globalization;
using Benchmarking.CommandLine.Files;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Storage;

/// <summary>Asks, one question for each year, which uploads have their receipt.</summary>
internal sealed class ReceiptWatch(ServiceClient service, ServiceKeys keys, TimeProvider clock)
{
    private const int NamedAtMost = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The service's latest answers, as it gave them.</summary>
    public List<ServiceAnswer> Answers { get; private set; } = [];

    /// <summary>The files with their hashes; those whose very bytes are there already have their receipt.</summary>
    public async Task<IReadOnlyList<Upload>> ExpectAsync(IReadOnlyList<ReturnFile> files, CancellationToken stop)
    {
        var uploads = new List<Upload>(files.Count);
        foreach (var file in files)
        {
            uploads.Add(new Upload(file, await file.HashAsync(stop)));
        }

        await LookAsync(uploads, stop);
        return uploads;
    }

    public async Task WaitAsync(IReadOnlyList<Upload> uploads, Action<int> done, TimeSpan limit, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        while (uploads.Any(upload => !upload.HasReceipt))
        {
            await LookAsync(uploads, stop);
            done(uploads.Count(upload => upload.HasReceipt));
            if (uploads.All(upload => upload.HasReceipt))
            {
                return;
            }

            if (clock.GetElapsedTime(began) >= limit)
            {
                throw CommandFailedException.Unreachable(Overdue(uploads, limit));
            }

            await Task.Delay(Pause, clock, stop);
        }
    }

    private async Task LookAsync(IReadOnlyList<Upload> uploads, CancellationToken stop)
    {
        var answers = new List<ServiceAnswer>();
        foreach (var year in uploads.GroupBy(upload => upload.File.Address.Year))
        {
            var path = new ServicePath("returns").With("year", year.Key);
            var answer = await service.GetAsync(path, keys.ForReading, stop);
            answers.Add(answer);
            Note(answer, year);
        }

        Answers = answers;
    }

    private static void Note(ServiceAnswer answer, IEnumerable<Upload> uploads)
    {
        var rows = answer.Root.Items("returns")
            .ToLookup(row => (row.Text("council"), row.Text("year"), row.Text("kind"), row.Text("sha256")));
        foreach (var upload in uploads)
        {
            var address = upload.File.Address;
            var row = rows[(address.Council, address.Year, address.Kind, upload.Hash)].FirstOrDefault();
            if (row.Text("receipt") is { } receipt)
            {
                upload.Received(receipt, row.Text("status"));
            }
        }
    }

    private static string Overdue(IReadOnlyList<Upload> uploads, TimeSpan limit)
    {
        var without = uploads
            .Where(upload => !upload.HasReceipt)
            .Select(upload => upload.File.Address.BlobName)
            .ToArray();
        var minutes = limit.TotalMinutes.ToString(CultureInfo.InvariantCulture);
        var rest = without.Length > NamedAtMost ? $"\nand {without.Length - NamedAtMost} more" : string.Empty;
        return $"{without.Length} of {uploads.Count} uploads have no receipt after {minutes} minutes:\n"
            + string.Join('\n', without.Take(NamedAtMost)) + rest;
    }
}
