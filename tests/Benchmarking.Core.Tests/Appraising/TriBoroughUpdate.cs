using System.Globalization;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>A line of the savings table of November 2012, in £ thousand, beside what the plan of June 2011 printed for it.</summary>
internal sealed record UpdateLine(string Borough, string Source, string Year, decimal Amount, decimal? Earlier)
{
    public bool IsTotal => Earlier is null;

    /// <summary>The lines as they were taken down from the papers, read without any code of the product.</summary>
    public static IReadOnlyList<UpdateLine> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Appraising", "tri-borough-november-2012.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new UpdateLine(
                cells[0], cells[1], cells[2], Number(cells[3]), cells[4].Length == 0 ? null : Number(cells[4]))),
    ];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
