using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Benchmarking.Performance.Ratios;

/// <summary>All slices refreshed by the core's statistics and by DuckDB, by turns, each in a process of its own: from values in memory, and
/// from one CSV file on disk. Prints a table: seconds, how many times faster, and the peak of memory, min–median–max, and whether the
/// results are the same to a billionth.</summary>
internal static class RefreshRatios
{
    private const double Tolerance = 1e-9;

    public static int Run(Scale scale, int runs)
    {
        var file = Path.Combine(Path.GetTempPath(), $"figures-{scale.Councils}-{scale.Years}-{scale.Metrics}.csv");
        Write(scale, file);
        Console.WriteLine(
            $"{scale.Councils} councils, {scale.Years} years, {scale.Metrics} metrics; {Environment.ProcessorCount} threads each.");
        Console.WriteLine();
        Console.WriteLine("| from | core, s | DuckDB, s | times faster | times less processor | core, MB | DuckDB, MB | equal to 1e-9 |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var source in (string[])["memory", "file"])
        {
            var (ours, duck, equal) = (new List<double[]>(), new List<double[]>(), true);
            for (var run = 0; run < runs; run++)
            {
                ours.Add(Measure("core", source, scale, file));
                duck.Add(Measure("duckdb", source, scale, file));
                equal &= AreEqual($"{file}.core", $"{file}.duckdb");
            }

            string[] cells =
            [
                source, Spread.Of(ours.Select(run => run[0])), Spread.Of(duck.Select(run => run[0])),
                Spread.Of(duck.Zip(ours, (peer, own) => peer[0] / own[0])), Spread.Of(duck.Zip(ours, (peer, own) => peer[1] / own[1])),
                Spread.Of(ours.Select(run => run[2])), Spread.Of(duck.Select(run => run[2])), equal ? "yes" : "NO",
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        File.Delete(file);
        return 0;
    }

    private static void Write(Scale scale, string file)
    {
        using var text = new StreamWriter(file, append: false, Encoding.ASCII, bufferSize: 1 << 20);
        var row = new long[scale.Councils];
        for (var slice = 0; slice < scale.Slices; slice++)
        {
            Scale.Fill(slice, row);
            for (var i = 0; i < row.Length; i++)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"{slice},{i},{row[i] / 100}.{row[i] % 100:00}\n"));
            }
        }
    }

    private static double[] Measure(string side, string source, Scale scale, string file)
    {
        string[] arguments = [typeof(RefreshRatios).Assembly.Location, "side", side, source, .. new[]
            { scale.Councils, scale.Years, scale.Metrics }.Select(number => number.ToString(CultureInfo.InvariantCulture)), file];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. printed.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{side} from {source} ended with {process.ExitCode}.");
    }

    private static bool AreEqual(string one, string other) =>
        File.ReadLines(one).Zip(File.ReadLines(other)).All(lines =>
            lines.First.Split(',').Zip(lines.Second.Split(',')).All(pair => IsNear(Number(pair.First), Number(pair.Second))));

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(1, Math.Abs(other));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
