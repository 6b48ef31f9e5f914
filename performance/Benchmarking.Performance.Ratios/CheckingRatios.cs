using System.Globalization;
using Benchmarking.Core;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Performance.Ratios;

/// <summary>Returns read and checked with everything, the category check too, against CsvHelper's plain reading of the same file into typed
/// rows, by turns. Prints a table: milliseconds of the processor (others may use the machine) and their ratio, min–median–max, and what
/// is allocated for each row.</summary>
internal static class CheckingRatios
{
    private const int WarmUps = 20;
    private const int ReadingsEach = 10;
    private const int MaxBytes = 10 * 1024 * 1024;

    public static int Run(int runs)
    {
        Console.WriteLine("| return | rows | faulty | checked, ms | CsvHelper, ms | ratio | bytes a row | rows and findings as expected |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var kind in (string[])["savings", "budget", "activity", "prices"])
        {
            foreach (var (rows, faultyEvery) in ((int, int)[])[(10_000, 0), (10_000, 10), (100_000, 0)])
            {
                Compare(kind, rows, faultyEvery, runs);
            }
        }

        return 0;
    }

    private static void Compare(string kind, int rows, int faultyEvery, int runs)
    {
        var (clean, filed) = (ReturnFiles.Write(kind, rows, 0), ReturnFiles.Write(kind, rows, faultyEvery));
        var path = ReturnPath.TryParse($"hackney/2012-13/{kind}.csv", out var parsed) ? parsed : throw new InvalidOperationException(kind);
        var file = new FiledReturn(path.ToString(), Receipt.Fingerprint(filed), filed.Length, DateTimeOffset.UnixEpoch, filed);
        var (ours, peer) = (new List<double>(), new List<double>());
        var isRight = true;
        for (var run = -WarmUps; run < runs; run++)
        {
            var started = Environment.CpuUsage.TotalTime;
            for (var reading = 0; reading < ReadingsEach; reading++)
            {
                isRight &= ReturnFiles.Read(kind, clean) == rows;
            }

            var between = Environment.CpuUsage.TotalTime;
            var result = ReturnPipeline.Check(file, path, MaxBytes, ReferenceData.Current);
            var ended = Environment.CpuUsage.TotalTime;
            isRight &= result.RowsRead == rows && result.Counts.Error == (faultyEvery == 0 ? 0 : rows / faultyEvery);
            if (run >= 0)
            {
                peer.Add((between - started).TotalMilliseconds / ReadingsEach);
                ours.Add((ended - between).TotalMilliseconds);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        ReturnPipeline.Check(file, path, MaxBytes, ReferenceData.Current);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / rows;
        var ratios = ours.Zip(peer, (one, other) => one / other).ToList();
        var share = faultyEvery == 0 ? 0 : 100 / faultyEvery;
        string[] times = [Spread.Of(ours), Spread.Of(peer), Spread.Of(ratios)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {kind} | {rows} | {share} % | {string.Join(" | ", times)} | {bytes} | {(isRight ? "yes" : "NO")} |"));
    }
}
