using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>Figures that the tri-borough service plans print (adult social care, June 2011), in £ thousand.</summary>
internal static class TriBoroughPlan
{
    public static readonly CouncilCode Hammersmith = CouncilCode.Parse("hammersmith-and-fulham");
    public static readonly CouncilCode Kensington = CouncilCode.Parse("kensington-and-chelsea");
    public static readonly CouncilCode Westminster = CouncilCode.Parse("westminster");

    /// <summary>Year 0 to 4, savings in and transition costs out.</summary>
    public static IReadOnlyList<CashFlow> Flows { get; } =
        Numbered([0, 146, 2949, 7586, 10950], [0, 517, 150, 403, 0]);

    public static IReadOnlyList<RatedSaving> Sources { get; } =
    [
        new("Commissioning, finance and in-house services", Confidence.Assured, 2906),
        new("Overheads", Confidence.Assured, 656),
        new("IT", Confidence.Assured, 428),
        new("Health integration: management", Confidence.Assured, 241),
        new("Procurement", Confidence.Projected, 1935),
        new("Health integration: impact on demand", Confidence.Possible, 3784),
        new("Joint commissioning with GP consortia", Confidence.Possible, 1000),
    ];

    /// <summary>The savings of 2011-12 to 2014-15 by source and borough.</summary>
    public static IReadOnlyList<PhasedSaving> Savings { get; } =
    [
        .. Row("commissioning", Hammersmith, 63, 778, 778, 1258), .. Row("commissioning", Kensington, 31, 379, 379, 612),
        .. Row("commissioning", Westminster, 52, 641, 641, 1036),
        .. Row("overheads", Hammersmith, 0, 0, 0, 252), .. Row("overheads", Kensington, 0, 0, 0, 196),
        .. Row("overheads", Westminster, 0, 0, 0, 207),
        .. Row("it", Hammersmith, 0, 0, 0, 0), .. Row("it", Kensington, 0, 0, 0, 0), .. Row("it", Westminster, 0, 321, 428, 428),
        .. Row("management", Hammersmith, 0, 93, 93, 93), .. Row("management", Kensington, 0, 51, 51, 51),
        .. Row("management", Westminster, 0, 97, 97, 97),
        .. Row("demand", Hammersmith, 0, 0, 2900, 2900), .. Row("demand", Kensington, 0, 0, 250, 250),
        .. Row("demand", Westminster, 0, 0, 634, 634),
        .. Row("gp consortia", Hammersmith, 0, 0, 0, 433), .. Row("gp consortia", Kensington, 0, 0, 0, 211),
        .. Row("gp consortia", Westminster, 0, 0, 0, 357),
        .. Row("procurement", Hammersmith, 0, 155, 260, 367), .. Row("procurement", Kensington, 0, 171, 550, 773),
        .. Row("procurement", Westminster, 0, 262, 525, 795),
    ];

    public static IReadOnlyList<PrintedTotal> PrintedTotals { get; } =
    [
        .. Totals(Hammersmith, 63, 1026, 4031, 5303), .. Totals(Kensington, 31, 601, 1230, 2094),
        .. Totals(Westminster, 52, 1321, 2325, 3554),
        .. Totals(null, 146, 2949, 7586, 10950),
    ];

    public static IReadOnlyList<CashFlow> Numbered(decimal[] savings, decimal[] costs) =>
        [.. savings.Zip(costs).Select((flow, i) => new CashFlow($"Year {i}", flow.First, flow.Second))];

    private static IEnumerable<PhasedSaving> Row(string source, CouncilCode council, params decimal[] amounts) =>
        amounts.Select((amount, i) => new PhasedSaving(source, council, new FinancialYear(2011 + i), amount));

    private static IEnumerable<PrintedTotal> Totals(CouncilCode? council, params decimal[] amounts) =>
        amounts.Select((amount, i) => new PrintedTotal(null, council, new FinancialYear(2011 + i), amount));
}
