using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Refuses figures called actual, and prices paid, of a year that had not begun when the return came.</summary>
internal static class YearsNotBegun
{
    private const int April = 4;

    public static void Check(BetweenScope scope)
    {
        if (scope.Context.ReceivedOn is not { } day)
        {
            return;
        }

        var newest = day.Month >= April ? day.Year : day.Year - 1;
        var own = scope.Own;
        (int Line, FinancialYear Year, FigureStatus Status, string? Note)[] rows =
        [
            .. own.Savings.Select(row => (row.Line, row.Year, row.Status, row.Note)),
            .. own.Budgets.Select(row => (row.Line, row.Year, row.Status, row.Note)),
            .. own.Activities.Select(row => (row.Line, row.Year, row.Status, row.Note)),
            .. own.Prices.Select(row => (row.Line, row.Year, FigureStatus.Actual, row.Note)),
        ];
        foreach (var row in rows.Where(row => row.Status == FigureStatus.Actual && row.Year.StartYear > newest))
        {
            scope.Report(
                FindingCatalogue.YearNotBegun, new Place(row.Line, "financial_year", row.Year.ToString(), row.Note),
                "a year that had begun");
        }
    }
}
