using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>A workbook of the corpus: what it is an example of, what Excel shows of it, what it must give, and its bytes.</summary>
internal sealed record CorpusBook(string Kind, string Name, string Shows, string Gives, Func<byte[]> Bytes)
{
    // Some are filled as they are made, which is good for once.
    private readonly Lazy<byte[]> made = new(Bytes);

    private const string Blob = "hackney/2012-13/savings.xlsx";

    /// <summary>The header of every workbook: savings with the columns that the corpus needs.</summary>
    public const string Header = "financial_year|category|amount|unit|status|one_off_cost|note";

    /// <summary>What the service makes of it: the figures that it takes, as they will count, or the findings that keep them out.</summary>
    public string Outcome()
    {
        var bytes = made.Value;
        Assert.True(ReturnPath.TryParse(Blob, out var path));
        var file = new FiledReturn(Blob, "", bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        var result = ReturnPipeline.Check(file, path, bytes.Length, ReferenceData.Current);
        var codes = result.Findings.Select(finding => finding.Code).Distinct().Where(code => code != "not-stated").ToArray();
        var found = string.Join(", ", codes);
        return result.Status switch
        {
            ReturnStatus.Rejected => $"refused: {found}",
            ReturnStatus.NeedsExplanation => $"held: {found}",
            _ => $"{string.Join(" + ", result.Savings.Select(Figure))}{(codes.Length > 0 ? $" ({found})" : "")}",
        };
    }

    private static string Figure(SavingsRow row) => row.Unit.IsPercent()
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Amount.Value} %")
        : string.Create(CultureInfo.InvariantCulture, $"£{row.Amount.Value * row.Unit.Scale():#,##0.####}");
}
