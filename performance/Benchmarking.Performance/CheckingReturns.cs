using System.Globalization;
using System.Text;
using Benchmarking.Core;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using BenchmarkDotNet.Attributes;
using CsvHelper;

namespace Benchmarking.Performance;

/// <summary>A return of 10,000 rows, every tenth with a fault: read and checked with all findings, against CsvHelper's plain reading of
/// the same columns into typed rows without a single check. Rows of savings have descriptions, whose category is checked too.</summary>
[MemoryDiagnoser]
public class CheckingReturns
{
    private const int Rows = 10_000;
    private const int MaxBytes = 10_000_000;

    private static readonly CsvReaderOptions Loose =
        CsvReaderOptions.Default with { NormalizeHeaderName = name => name.Replace("_", "", StringComparison.Ordinal) };

    private ReturnPath path = null!;
    private byte[] faulty = [];
    private byte[] clean = [];

    [Params("prices", "savings")]
    public string Kind { get; set; } = "";

    // CsvHelper stops at a cell that is no number, so it is given the file without the faults.
    [GlobalSetup]
    public void Write()
    {
        path = ReturnPath.TryParse($"hackney/2012-13/{Kind}.csv", out var parsed) ? parsed : throw new InvalidOperationException(Kind);
        (faulty, clean) = (File(i => i % 10 == 0 ? "tbc" : Amount(i)), File(Amount));
    }

    [Benchmark(Baseline = true, Description = "CsvHelper reads typed rows")]
    public int Read()
    {
        using var csv = CsvReader.Create(clean, Loose);
        return Kind == "prices" ? csv.GetRecords<PriceRow>().Count() : csv.GetRecords<SavingsRow>().Count();
    }

    [Benchmark(Description = "a return is read and checked")]
    public int Check()
    {
        var file = new FiledReturn(path.ToString(), Receipt.Fingerprint(faulty), faulty.Length, DateTimeOffset.UnixEpoch, faulty);
        var result = ReturnPipeline.Check(file, path, MaxBytes, ReferenceData.Current);
        return result.Counts.Error == Rows / 10 ? result.Counts.Total : throw new InvalidOperationException($"{result.Counts}");
    }

    private byte[] File(Func<int, string> amount)
    {
        var text = new StringBuilder(Kind == "prices"
            ? "financial_year,service,provider,quantity,quantity_unit,unit_price\n"
            : "financial_year,category,description,amount,unit,status\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(Kind == "prices"
                ? string.Create(CultureInfo.InvariantCulture, $"2012-13,Home care,Provider {i},{10 + (i % 90)},weeks,{amount(i)}\n")
                : string.Create(CultureInfo.InvariantCulture, $"2012-13,managing-demand,Reablement scheme {i},{amount(i)},gbp,actual\n"));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Amount(int i) => string.Create(CultureInfo.InvariantCulture, $"{400 + (i % 300)}.50");
}

/// <summary>A row of a prices return as CsvHelper gives it out.</summary>
[CsvRecord]
internal sealed partial record PriceRow(
    string FinancialYear, string Service, string Provider, decimal Quantity, string QuantityUnit, decimal UnitPrice);

/// <summary>A row of a savings return as CsvHelper gives it out.</summary>
[CsvRecord]
internal sealed partial record SavingsRow(
    string FinancialYear, string Category, string Description, decimal Amount, string Unit, string Status);
