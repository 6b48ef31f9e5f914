using System.Globalization;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>The largest return that is read: every fault is counted, the first of them are listed, and the receipt says both.</summary>
public sealed class LimitsTests
{
    private const int Faults = 50_000;
    private const int Listed = 1_000;

    /// <summary>Characters by which 1,000 findings are longer where lines and counts have more digits.</summary>
    private const int LongerTexts = 10_000;

    // The header is one of the rows that the limit counts.
    private static readonly int Rows = ReadingLimits.Default.MaxRows - 1;

    [Fact]
    public void Of_50_000_faults_in_200_000_rows_all_are_counted_the_first_listed_and_the_receipt_says_so()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (_, receipt) = Walk(File(Rows));
        Assert.Equal((Rows, Faults, 0, 0), (receipt.Rows, receipt.Counts.Error, receipt.Counts.Query, receipt.Counts.Notice));
        Assert.Equal((Faults, Listed), (receipt.FindingsTotal, receipt.Findings.Count));
        Assert.Equal(Enumerable.Range(0, Listed).Select(i => (int?)((4 * i) + 2)), receipt.Findings.Select(finding => finding.Line));
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(receipt, PublishedJson.Options));
        Assert.Equal((Faults, Listed),
            (json.RootElement.GetProperty("findingsTotal").GetInt32(), json.RootElement.GetProperty("findings").GetArrayLength()));
        Say($"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:0} MB allocated in passing");
    }

    [Fact]
    public void What_a_faulty_return_keeps_is_the_same_for_200_000_rows_as_for_5_000()
    {
        var (few, many) = (File(Rows / 40), File(Rows));
        var (small, large) = (Reachable.From(Walk(few)), Reachable.From(Walk(many)));
        Say($"{few.Length / 1e6:0.0} MB filed: {small.Objects} objects kept; {many.Length / 1e6:0.0} MB filed: {large.Objects}");
        Assert.Equal(small.Objects, large.Objects);
        Assert.InRange(large.Elements - small.Elements, 0, LongerTexts);
    }

    [Fact]
    public void Faults_of_shape_are_all_counted_and_no_more_are_listed_than_others()
    {
        var text = new StringBuilder("financial_year,measure,service,amount,unit,status\n");
        for (var i = 0; i < Faults; i++)
        {
            text.Append("2012-13,net_budget,,1,200,gbp,actual\n").Append("2012-13,net_budget,\"a\"b,1200,gbp,actual\n");
        }

        var raw = ReturnReader.Read(ReturnKind.Budget, "csv", Encoding.UTF8.GetBytes(text.ToString()), ReadingLimits.Default,
            TestContext.Current.CancellationToken);
        Assert.Equal((2 * Listed, 2 * (Faults - Listed)), (raw.Findings.Count, raw.Unlisted));
        var (_, receipt) = Walk(Encoding.UTF8.GetBytes(text.ToString()));
        Assert.Equal((2 * Faults, Listed), (receipt.FindingsTotal, receipt.Findings.Count));
        Assert.Equal(Enumerable.Range(2, Listed).Select(line => (int?)line), receipt.Findings.Select(finding => finding.Line));
    }

    private static (CheckedReturn Result, Receipt Receipt) Walk(byte[] bytes)
    {
        var file = new FiledReturn("cheshire-east/2012-13/budget.csv", Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch,
            bytes);
        Assert.True(ReturnPath.TryParse(file.BlobName, out var path));
        var result = ReturnPipeline.Check(file, path, 10 * 1024 * 1024, ReferenceData.Current);
        return (result, ReturnPipeline.Receipt(file, result, null, null, ReferenceData.Current));
    }

    private static void Say(FormattableString text) =>
        TestContext.Current.TestOutputHelper?.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Every fourth row has a word for an amount.</summary>
    private static byte[] File(int rows)
    {
        var text = new StringBuilder("financial_year,measure,service,amount,unit,status\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2012-13,net_budget,s{i},{(i % 4 == 0 ? "tbc" : "1")},gbp,actual\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
