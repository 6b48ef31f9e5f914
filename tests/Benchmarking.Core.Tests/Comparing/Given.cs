using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Builders with valid defaults; a test states only what matters to it.</summary>
internal static class Given
{
    public static readonly FinancialYear Year = FinancialYear.Parse("2012-13");

    public static Metric Metric(
        Polarity polarity = Polarity.Higher, MetricUnit unit = MetricUnit.Percent, int decimals = 1, bool countsPeople = false,
        params FinancialYear[] breaks) =>
        new("m", "Metric", "Defined.", unit, polarity, "denominator", "source", ["caveat"], decimals, 0,
            new MetricFormula("savings", null, 1, null, null, []), countsPeople, breaks, new(0, 0.05m, "why"));

    public static Observation Figure(string council, decimal? value, FinancialYear? year = null,
        FigureStatus status = FigureStatus.Actual) =>
        new("m", year ?? Year, status, CouncilCode.Parse(council), value is null ? ValueState.Missing : ValueState.Reported, value, null,
            null,
            "as reported", [new ObservationSource("receipt-1", SourceLines.Of([2, 3]))], []);

    public static Observation Ratio(string council, decimal numerator, decimal denominator, decimal per) =>
        Figure(council, numerator / denominator * per) with { State = ValueState.Derived, Numerator = numerator,
            Denominator = denominator };

    /// <summary>Councils <c>a</c>, <c>b</c>, <c>c</c>… with these values.</summary>
    public static IReadOnlyList<Observation> Figures(params decimal?[] values) =>
        [.. values.Select((value, i) => Figure(Letter(i), value))];

    public static PeerGroup Peers(int size, string? subject = null, FinancialYear? year = null) => new(
        "all", "All", year ?? Year, [.. Enumerable.Range(0, size).Select(i => Member(Letter(i)))],
        subject is null ? null : Member(subject));

    public static Comparison Compare(Metric metric, IReadOnlyList<Observation> slice, PeerGroup peers) =>
        Comparer.Compare(metric, Year, FigureStatus.Actual, slice, peers);

    /// <summary>The position of council <c>a</c>, the first value, among all of the values.</summary>
    public static SubjectPosition PositionOfFirst(Metric metric, params decimal?[] values) =>
        Compare(metric, Figures(values), Peers(values.Length, "a")).Subject!;

    private static PeerMember Member(string slug) => new(CouncilCode.Parse(slug), slug.ToUpperInvariant());

    private static string Letter(int i) => ((char)('a' + i)).ToString();
}
