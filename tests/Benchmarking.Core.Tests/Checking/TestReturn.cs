using Benchmarking.Core.Checking;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

/// <summary>A return in the making, by default Cheshire East's of 2012-13. Rows are good unless a test says otherwise:
/// <c>Row("amount=5; status=")</c> sets two cells and leaves the others as they are.</summary>
internal sealed class TestReturn(ReturnKind kind)
{
    private readonly List<RawRow> rows = [];
    private readonly List<Finding> found = [];
    private string council = "cheshire-east";
    private string year = "2012-13";

    public static TestReturn Savings => new(ReturnKind.Savings);

    public static TestReturn Budget => new(ReturnKind.Budget);

    public static TestReturn Activity => new(ReturnKind.Activity);

    public static TestReturn Prices => new(ReturnKind.Prices);

    public static string[] LinesOf(CheckedReturn checkedReturn) =>
        [.. checkedReturn.Findings.Select(finding => $"{finding.Code} {finding.Line} {finding.Column}")];

    public TestReturn FiledBy(string slug)
    {
        council = slug;
        return this;
    }

    public TestReturn FiledFor(string financialYear)
    {
        year = financialYear;
        return this;
    }

    /// <summary>Adds a row on the next line; the header is line 1.</summary>
    public TestReturn Row(string changes = "")
    {
        var cells = Good().ToDictionary(pair => pair.Column, pair => pair.Text);
        foreach (var change in changes.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = change.IndexOf('=', StringComparison.Ordinal);
            cells[change[..at]] = change[(at + 1)..];
        }

        rows.Add(new RawRow(rows.Count + 2, cells));
        return this;
    }

    public TestReturn Row(IReadOnlyDictionary<string, string> cells)
    {
        rows.Add(new RawRow(rows.Count + 2, cells));
        return this;
    }

    /// <summary>Adds what reading the file is to have found.</summary>
    public TestReturn Found(Finding finding)
    {
        found.Add(finding);
        return this;
    }

    public CheckedReturn Check(CheckingContext? context = null) => Read().Finish(context);

    /// <summary>The return checked by itself, not yet finished.</summary>
    public ReturnCheck Read() => new(ReturnChecker.Check(
        new ReturnPath(CouncilCode.Parse(council), FinancialYear.Parse(year), kind, "csv"),
        new RawReturn(kind, [.. ReturnLayout.For(kind).Columns.Select(column => column.Name)], rows, rows.Count, found),
        ReferenceData.Current, TestContext.Current.CancellationToken));

    private (string Column, string Text)[] Good() => kind switch
    {
        ReturnKind.Savings =>
            [("financial_year", "2012-13"), ("category", "total"), ("amount", "6600000"), ("unit", "gbp"), ("status", "actual")],
        ReturnKind.Budget =>
            [("financial_year", "2012-13"), ("measure", "net_budget"), ("amount", "91500000"), ("unit", "gbp"), ("status", "actual")],
        ReturnKind.Activity =>
            [("financial_year", "2012-13"), ("measure", "admissions_65plus_per_1000"), ("value", "3.5"), ("unit", "per_1000"),
                ("status", "actual")],
        _ =>
            [("financial_year", "2012-13"), ("service", "Home care"), ("provider", "Sunrise"), ("quantity", "1200"),
                ("quantity_unit", "hours"), ("unit_price", "15.50")],
    };
}
