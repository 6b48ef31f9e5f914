using Benchmarking.Core.Statistics;
using CsvHelper;

namespace Benchmarking.Performance.Ratios;

/// <summary>The slices refreshed with the core's own statistics, in decimals, by as many threads as there are processors.</summary>
internal static class OurRefresh
{
    /// <summary>All values, by slice and council.</summary>
    public static decimal[] FromMemory(Scale scale)
    {
        var values = new decimal[scale.Slices * scale.Councils];
        var row = new long[scale.Councils];
        for (var slice = 0; slice < scale.Slices; slice++)
        {
            Scale.Fill(slice, row);
            for (var i = 0; i < row.Length; i++)
            {
                values[(slice * row.Length) + i] = new decimal((int)row[i], 0, 0, false, 2);
            }
        }

        return values;
    }

    /// <summary>The same from a file of the rows slice, council and value.</summary>
    public static decimal[] FromFile(Scale scale, string path)
    {
        var values = new decimal[scale.Slices * scale.Councils];
        using var csv = CsvReader.Create(File.OpenRead(path), CsvReaderOptions.Default with { HasHeader = false });
        while (csv.Read())
        {
            values[(csv.Parse<int>(0) * scale.Councils) + csv.Parse<int>(1)] = csv.Parse<decimal>(2);
        }

        return values;
    }

    public static SliceResult[] Refresh(Scale scale, decimal[] values, int[] nearest)
    {
        var results = new SliceResult[scale.Slices];
        Parallel.For(0, scale.Slices, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new SliceWork(scale.Councils), (slice, _, work) =>
            {
                results[slice] = work.Refresh(values.AsSpan(slice * scale.Councils, scale.Councils), nearest);
                return work;
            },
            _ => { });
        return results;
    }

    /// <summary>One thread's room, used for one slice after another.</summary>
    private sealed class SliceWork(int councils)
    {
        private readonly Ranking ranking = new(councils);
        private readonly decimal[] percentiles = new decimal[councils];
        private readonly byte[] bands = new byte[councils];
        private readonly int[] room = new int[Scale.Neighbours];

        public SliceResult Refresh(ReadOnlySpan<decimal> values, int[] nearest)
        {
            ranking.Fill(values);
            var quartiles = Quartiles.OfSorted(ranking.Sorted)!;
            ranking.Percentiles(percentiles);
            ranking.Bands(quartiles, bands);
            var (percentileSum, bandSum, medianSum) = (0.0, 0.0, 0.0);
            for (var i = 0; i < values.Length; i++)
            {
                percentileSum += (i + 1) * (double)percentiles[i];
                bandSum += (i + 1) * (double)bands[i];
                medianSum += (i + 1) * (double)ranking.MedianOf(nearest.AsSpan(i * Scale.Neighbours, Scale.Neighbours), room);
            }

            return new SliceResult(
                values.Length, (double)Averages.Mean(ranking.Sorted)!, (double)Averages.StandardDeviation(ranking.Sorted)!,
                (double)quartiles.Q1, (double)quartiles.Median, (double)quartiles.Q3, percentileSum, bandSum, medianSum);
        }
    }
}
