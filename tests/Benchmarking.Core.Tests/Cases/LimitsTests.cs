using System.Globalization;
using System.Text;
using System.Text.Json;
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

    // The header is one of the rows that the limit counts.
    private static readonly int Rows = ReadingLimits.Default.MaxRows - 1;

    [Fact]
    public void Of_50_000_faults_in_200_000_rows_all_are_counted_the_first_listed_and_the_receipt_says_so()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var bytes = File();
        var file = new FiledReturn("cheshire-east/2012-13/budget.csv", Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        Assert.True(ReturnPath.TryParse(file.BlobName, out var path));
        var result = ReturnPipeline.Check(file, path, 10 * 1024 * 1024, ReferenceData.Current);
        var receipt = ReturnPipeline.Receipt(file, result, null, null, ReferenceData.Current);

        Assert.Equal((Rows, Faults, 0, 0), (receipt.Rows, receipt.Counts.Error, receipt.Counts.Query, receipt.Counts.Notice));
        Assert.Equal((Faults, Listed), (receipt.FindingsTotal, receipt.Findings.Count));
        Assert.Equal(Enumerable.Range(0, Listed).Select(i => (int?)((4 * i) + 2)), receipt.Findings.Select(finding => finding.Line));
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(receipt, PublishedJson.Options));
        Assert.Equal((Faults, Listed), (json.RootElement.GetProperty("findingsTotal").GetInt32(), json.RootElement.GetProperty("findings").GetArrayLength()));

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes.Length / 1e6:0.0} MB filed; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:0} MB allocated in passing; {kept / 1e6:0} MB kept by file, rows and findings"));
        GC.KeepAlive(result);
    }

    /// <summary>Every fourth row has a word for an amount.</summary>
    private static byte[] File()
    {
        var text = new StringBuilder("financial_year,measure,service,amount,unit,status\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2012-13,net_budget,s{i},{(i % 4 == 0 ? "tbc" : "1")},gbp,actual\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
