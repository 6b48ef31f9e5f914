namespace Benchmarking.Core.Tests.Plausibility.Patterns;

/// <summary>What an officer may get wrong: each kind alters the figures of one council and year as chance will have it.</summary>
internal sealed record PlantedSlip(string Name, Func<FigurePanel, CouncilYear, Random, decimal?[]?> Plant)
{
    public static PlantedSlip SheetOfYearBefore { get; } = new("the sheet of the year before", YearBefore);

    public static IReadOnlyList<PlantedSlip> All { get; } =
        [new("two measures of one unit swapped", Swap), new("one figure in another unit", OtherUnit), SheetOfYearBefore];

    /// <summary>The figures as published.</summary>
    public static PlantedSlip None { get; } = new("none", (_, row, _) => [.. row.Figures]);

    private static decimal?[]? Swap(FigurePanel panel, CouncilYear row, Random chance)
    {
        var held = Held(panel, row);
        var pairs = held.SelectMany(one => held.Select(other => (One: one, Other: other)))
            .Where(pair => pair.One < pair.Other && panel.Units[pair.One] == panel.Units[pair.Other]
                && row.Figures[pair.One] != row.Figures[pair.Other]).ToArray();
        var (a, b) = pairs[chance.Next(pairs.Length)];
        decimal?[] figures = [.. row.Figures];
        (figures[a], figures[b]) = (figures[b], figures[a]);
        return figures;
    }

    private static decimal?[]? OtherUnit(FigurePanel panel, CouncilYear row, Random chance)
    {
        var held = Held(panel, row);
        var at = held[chance.Next(held.Length)];
        var factors = Factors(panel.Units[at]);
        decimal?[] figures = [.. row.Figures];
        figures[at] *= factors[chance.Next(factors.Length)];
        return figures;
    }

    /// <summary>Annual, monthly or daily for weekly; pence or pounds; £000 for £; a fraction for a percentage; other bases of a
    /// rate.</summary>
    private static decimal[] Factors(string unit) => unit switch
    {
        "gbp-per-week" => [52, 52 / 12m, 1 / 7m],
        "gbp-per-hour" => [100, 0.01m],
        "gbp" => [1000, 0.001m],
        "percent" => [0.01m],
        "per-1000" => [0.1m, 0.001m, 100],
        "per-100000" => [0.01m, 0.1m, 10],
        _ => [10, 0.1m],
    };

    private static decimal?[]? YearBefore(FigurePanel panel, CouncilYear row, Random chance) =>
        panel.Before(row) is { } before ? [.. row.Figures.Zip(before.Figures, (now, then) => now is null ? null : then ?? now)] : null;

    private static int[] Held(FigurePanel panel, CouncilYear row) =>
        [.. panel.MeasuresOf(row.Year).Where(at => row.Figures[at] is not null)];
}
