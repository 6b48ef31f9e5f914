using System.Globalization;
using System.Text;
using CsvHelper;

namespace Benchmarking.Performance.Ratios;

/// <summary>Returns of each kind with as many rows as asked for, of which every <c>faultyEvery</c>th states no number (0: none), and
/// CsvHelper's plain reading of them into typed rows.</summary>
internal static class ReturnFiles
{
    private static readonly CsvReaderOptions Loose =
        CsvReaderOptions.Default with { NormalizeHeaderName = name => name.Replace("_", "", StringComparison.Ordinal) };

    public static byte[] Write(string kind, int rows, int faultyEvery)
    {
        var text = new StringBuilder(kind switch
        {
            "prices" => "financial_year,service,provider,quantity,quantity_unit,unit_price\n",
            "savings" => "financial_year,category,description,amount,unit,status\n",
            "budget" => "financial_year,measure,service,amount,unit,status\n",
            _ => "financial_year,measure,client_group,numerator,denominator,value,unit,status\n",
        });
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2012-13,{Row(kind, i, faultyEvery > 0 && i % faultyEvery == 0)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>CsvHelper stops at a cell that is no number, so that it is given the file without faults.</summary>
    public static int Read(string kind, byte[] content)
    {
        using var csv = CsvReader.Create(content, Loose);
        return kind switch
        {
            "prices" => csv.GetRecords<PriceRow>().Count(),
            "savings" => csv.GetRecords<SavingsRow>().Count(),
            "budget" => csv.GetRecords<BudgetRow>().Count(),
            _ => csv.GetRecords<ActivityRow>().Count(),
        };
    }

    private static string Row(string kind, int i, bool isFaulty)
    {
        var amount = isFaulty ? "tbc" : string.Create(CultureInfo.InvariantCulture, $"{400 + (i % 300)}.50");
        var rate = isFaulty ? "tbc" : string.Create(CultureInfo.InvariantCulture, $"{(200 + (i % 50)) / 25m:0.0}");
        FormattableString row = kind switch
        {
            "prices" => $"Home care,Provider {i},{10 + (i % 90)},weeks,{amount}",
            "savings" => $"managing-demand,Reablement scheme {i},{amount},gbp,actual",
            "budget" => $"net_budget,Service {i},{amount},gbp,actual",
            _ => $"admissions_65plus_per_1000,Group {i},{200 + (i % 50)},25000,{rate},per_1000,actual",
        };
        return FormattableString.Invariant(row);
    }
}

/// <summary>A row of a prices return as CsvHelper gives it out.</summary>
[CsvRecord]
internal sealed partial record PriceRow(
    string FinancialYear, string Service, string Provider, decimal Quantity, string QuantityUnit, decimal UnitPrice);

/// <summary>A row of a savings return as CsvHelper gives it out.</summary>
[CsvRecord]
internal sealed partial record SavingsRow(
    string FinancialYear, string Category, string Description, decimal Amount, string Unit, string Status);

/// <summary>A row of a budget return as CsvHelper gives it out.</summary>
[CsvRecord]
internal sealed partial record BudgetRow(
    string FinancialYear, string Measure, string Service, decimal Amount, string Unit, string Status);

/// <summary>A row of an activity return as CsvHelper gives it out.</summary>
[CsvRecord]
internal sealed partial record ActivityRow(
    string FinancialYear, string Measure, string ClientGroup, decimal Numerator, decimal Denominator, decimal Value, string Unit,
    string Status);
