using System.Text;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

/// <summary>What one council has filed, from the text of its files on; by default Cheshire East's for 2012-13. Rows are given without
/// their year where it is the return's own: <c>Savings("total,,6600000,gbp,actual")</c>.</summary>
internal sealed class FiledReturns(string council = "cheshire-east")
{
    private const int MaxBytes = 10_000_000;

    private readonly List<AcceptedReturn> accepted = [];

    public IReadOnlyList<AcceptedReturn> Accepted => accepted;

    /// <summary>category, subcategory, amount, unit, status, confidence, recurrence, one-off cost, description, note</summary>
    public FiledReturns Savings(params string[] rows) => SavingsFor("2012-13", rows);

    public FiledReturns SavingsFor(string year, params string[] rows) =>
        File(year, ReturnKind.Savings, "category,subcategory,amount,unit,status,confidence,recurrence,one_off_cost,description,note", rows);

    /// <summary>measure, service, amount, unit, status</summary>
    public FiledReturns Budget(params string[] rows) => BudgetFor("2012-13", rows);

    public FiledReturns BudgetFor(string year, params string[] rows) =>
        File(year, ReturnKind.Budget, "measure,service,amount,unit,status", rows);

    /// <summary>measure, client group, numerator, denominator, value, unit, status</summary>
    public FiledReturns Activity(params string[] rows) => ActivityFor("2012-13", rows);

    public FiledReturns ActivityFor(string year, params string[] rows) =>
        File(year, ReturnKind.Activity, "measure,client_group,numerator,denominator,value,unit,status", rows);

    public FiledReturns Prices(params string[] rows) =>
        File("2012-13", ReturnKind.Prices, "service,provider,quantity,quantity_unit,unit_price", rows);

    public IReadOnlyList<Observation> Observe() => Normaliser.Observe(CouncilCode.Parse(council), accepted, ReferenceData.Current);

    /// <summary>The only observation of a metric, year and status, or null where there is none.</summary>
    public Observation? Find(string metric, string status = "actual", string year = "2012-13") =>
        Observe().SingleOrDefault(o => o.Metric == metric && o.Year == FinancialYear.Parse(year) && Codes.Of(o.Status) == status);

    public decimal? Value(string metric, string status = "actual", string year = "2012-13") => Find(metric, status, year)?.Value;

    public static CheckedReturn Check(string path, ReadOnlyMemory<byte> content)
    {
        Assert.True(ReturnPath.TryParse(path, out var parsed), path);
        var file = new FiledReturn(path, Receipt.Fingerprint(content.Span), content.Length, DateTimeOffset.UnixEpoch, content);
        return ReturnPipeline.Check(file, parsed, MaxBytes, ReferenceData.Current);
    }

    private FiledReturns File(string year, ReturnKind kind, string columns, string[] rows)
    {
        // A return must speak of its own year; where a test does not, a row does that no test asks for.
        var own = rows.All(row => char.IsAsciiDigit(row[0])) ? rows.Append(Filler(kind)) : rows;
        var lines = own.Select(row => char.IsAsciiDigit(row[0]) ? row : $"{year},{row}").Prepend($"financial_year,{columns}");
        var result = Check($"{council}/{year}/{Codes.Of(kind)}.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.True(
            result.Status == ReturnStatus.Accepted,
            string.Join('\n', result.Findings.Select(finding => $"{finding.Line}: {finding.Message}")));
        accepted.Add(new AcceptedReturn($"{Codes.Of(kind)} {year}", FinancialYear.Parse(year), result));
        return this;
    }

    private static string Filler(ReturnKind kind) => kind switch
    {
        ReturnKind.Savings => "total,,1,gbp,identified",
        ReturnKind.Budget => "gross_spend,,1,gbp,identified",
        _ => "telecare_clients,,,,1,count,identified",
    };
}
