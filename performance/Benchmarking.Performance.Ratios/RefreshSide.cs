using System.Diagnostics;
using System.Globalization;

namespace Benchmarking.Performance.Ratios;

/// <summary>One side of a refresh in a process of its own. Prints seconds, seconds of the processor and the peak of memory in MB; the
/// slices' results go to <c>{source or work file}.{side}</c>. From memory the clock starts when the values are held, from a file when it is
/// opened.</summary>
internal static class RefreshSide
{
    public static int Run(string side, string source, Scale scale, string file)
    {
        var nearest = scale.Nearest();
        using var duck = side == "duckdb" ? new DuckRefresh(scale, nearest) : null;
        decimal[]? values = null;
        if (source == "memory")
        {
            duck?.FromMemory();
            values = duck is null ? OurRefresh.FromMemory(scale) : null;
        }

        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        if (source == "file")
        {
            duck?.FromFile(file);
            values = duck is null ? OurRefresh.FromFile(scale, file) : null;
        }

        var results = duck is null ? OurRefresh.Refresh(scale, values!, nearest) : duck.Refresh();
        var (seconds, used) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        File.WriteAllLines($"{file}.{side}", results.Select(slice =>
            string.Join(',', slice.ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture)))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{seconds} {used} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6}"));
        return 0;
    }
}
