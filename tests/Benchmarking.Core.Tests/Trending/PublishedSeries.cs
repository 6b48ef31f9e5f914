using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>The published series beside it, in the unit of the metric that they are named by.</summary>
internal static class PublishedSeries
{
    /// <summary>The last unbroken run of every council.</summary>
    public static IReadOnlyList<YearlySeries> Of(string metric, decimal unit = 1)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Trending", "Published", $"{metric}.csv"));
        List<FinancialYear> years = [.. lines[0].Split(',').Skip(1).Select(year => FinancialYear.Parse(year))];
        return [.. lines.Skip(1).Select(line => line.Split(','))
            .Select(cells => LastRun(CouncilCode.Parse(cells[0]), years, [.. cells.Skip(1)], unit))];
    }

    private static YearlySeries LastRun(CouncilCode council, List<FinancialYear> years, List<string> cells, decimal unit)
    {
        var from = cells.LastIndexOf("") + 1;
        return new(council, years[from], [.. cells.Skip(from).Select(cell => VectorFile.Number(cell) * unit)]);
    }
}
