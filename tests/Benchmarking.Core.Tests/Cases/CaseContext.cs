using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking.Datasets;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>What is known beside the return of a case: the accepted returns in its folder <c>around</c>, by their paths, and the published
/// values of 2011-12 in <c>peers.csv</c>; <c>received.txt</c> holds the day on which the return came.</summary>
internal static class CaseContext
{
    private const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>All returns that lie around cases.</summary>
    public static IReadOnlyList<CheckedReturn> Everything { get; } = [.. CaseFolder.All.SelectMany(folder => Around(folder.Folder))];

    public static CheckingContext? Of(string folder, CouncilCode council)
    {
        var (peers, received, dataset) =
            (Path.Combine(folder, "peers.csv"), Path.Combine(folder, "received.txt"), Path.Combine(folder, "dataset.txt"));
        var around = Around(folder).ToLookup(filed => filed.Path!.Council == council);
        return !File.Exists(peers) && !File.Exists(received) && !File.Exists(dataset) && !Directory.Exists(Path.Combine(folder, "around"))
            ? null
            : new CheckingContext { Accepted = [.. around[true]], Partners = [.. around[false]],
                Peers = File.Exists(peers) ? Peers(peers) : [],
                Published = File.Exists(dataset) ? Published(File.ReadAllText(dataset).Trim(), council) : [],
                ReceivedOn = File.Exists(received)
                    ? DateOnly.ParseExact(File.ReadAllText(received).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null };
    }

    /// <summary>What a dataset that ships says of the council.</summary>
    private static Observation[] Published(string file, CouncilCode council)
    {
        var result = Dataset.Check(file);
        var declaration = ReferenceData.Current.Datasets.Find(result.Path!.Dataset)!;
        return [.. PublishedFigures.Observe(result, declaration, "a dataset", ReferenceData.Current)
            .Where(figure => figure.Council == council)];
    }

    private static IEnumerable<CheckedReturn> Around(string folder)
    {
        var root = Path.Combine(folder, "around");
        var files = Directory.Exists(root) ? Directory.EnumerateFiles(root, "*.csv", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            var bytes = File.ReadAllBytes(file);
            var filed = new FiledReturn(name, Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
            var result =
                ReturnPipeline.Check(filed, ReturnPath.TryParse(name, out var path) ? path : null, MaxBytes, ReferenceData.Current);
            Assert.True(result.Status == ReturnStatus.Accepted, $"{file} is not an accepted return.");
            yield return result;
        }
    }

    private static PeerValue[] Peers(string file) =>
    [
        .. File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(cells => new PeerValue(
            cells[0], Codes.Parse<FigureStatus>(cells[1]), CouncilCode.Parse(cells[2]), new FinancialYear(2011),
            decimal.Parse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))),
    ];
}
