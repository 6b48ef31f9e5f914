namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Savings as a percentage of budget in 2012-13 that the LGA's interim report (Adult Social Care Efficiency programme, 2013)
/// prints.</summary>
internal static class LgaReport
{
    public static IReadOnlyList<(string Council, decimal Percent)> Actual { get; } =
    [
        ("calderdale", 3.6m), ("central-bedfordshire", 7.4m), ("cheshire-east", 7.2m), ("cheshire-west-and-chester", 4.1m),
        ("croydon", 6.3m), ("durham", 4.8m), ("hampshire", 4.5m), ("kent", 2.8m), ("lambeth", 7m), ("liverpool", 8m),
        ("luton", 5.9m), ("redbridge", 4.5m), ("richmond-upon-thames", 2.7m), ("solihull", 2.9m), ("south-tyneside", 7.7m),
        ("southend-on-sea", 8.2m), ("swindon", 7.1m), ("tameside", 11.3m), ("warrington", 6.4m),
    ];

    public static IReadOnlyList<(string Council, decimal Percent)> Projected { get; } = [("hackney", 4.8m), ("waltham-forest", 2.3m)];

    public static IReadOnlyList<decimal> ActualPercentages { get; } = [.. Actual.Select(row => row.Percent)];

    public static IReadOnlyList<decimal> AllPercentages { get; } = [.. Actual.Concat(Projected).Select(row => row.Percent)];
}
