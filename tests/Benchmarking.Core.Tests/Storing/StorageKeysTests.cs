using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Storing;

public sealed class StorageKeysTests
{
    private static readonly SliceKey Slice = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");
    private static readonly ReturnPath Path = Parsed("hackney/2012-13/savings.xlsx");

    public static TheoryData<string, string> Keys => new()
    {
        { StorageKeys.LedgerPartition(Path), "hackney" },
        { StorageKeys.LedgerPartition(null), "_unfiled" },
        { StorageKeys.LedgerHead, "head" },
        { StorageKeys.LedgerRow(Path), "2012-13|savings" },
        { StorageKeys.LedgerRow(FinancialYear.Parse("1999-00"), ReturnKind.Budget), "1999-00|budget" },
        // SHA-256 of no text, its first 32 digits
        { StorageKeys.LedgerRow(""), "e3b0c44298fc1c149afbf4c8996fb924" },
        { StorageKeys.HistoryRow("2012-13|savings", 7), "2012-13|savings|000007" },
        { StorageKeys.HistoryRow("2012-13|savings", 1_234_567), "2012-13|savings|1234567" },
        { StorageKeys.FilingRow(CouncilCode.Parse("tri-borough"), ReturnKind.Prices), "tri-borough|prices" },
        { StorageKeys.ObservationPartition(Slice), "savings-pct-net-budget|2012-13|actual" },
        { StorageKeys.ObservationRow(CouncilCode.Parse("kent")), "kent" },
        { StorageKeys.SlicePartition(Slice), "savings-pct-net-budget" },
        { StorageKeys.SliceRow(Slice), "2012-13|actual" },
        { StorageKeys.ComparisonPartition(Slice, "00ff"), "savings-pct-net-budget|2012-13|actual|00ff" },
        { StorageKeys.GroupRow("region:north-west"), "group|region:north-west" },
        { StorageKeys.ValuesRow(0), "values|0" },
        { StorageKeys.ValuesRow(12), "values|12" },
        { StorageKeys.ReceiptBlob("00ff"), "00ff/receipt.json" },
        { StorageKeys.FiledBlob("00ff"), "00ff/return" },
        { StorageKeys.SnapshotBlob("00ff"), "00ff/manifest.json" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_as_written_here(string key, string expected) => Assert.Equal(expected, key);

    [Theory]
    [InlineData("../secrets#?\\\u0001")]
    [InlineData("Hackney/2012-13/savings.csv")]
    [InlineData("ünïcode")]
    public void A_name_that_is_no_path_is_kept_by_its_hash(string name) => Assert.Matches("^[0-9a-f]{32}$", StorageKeys.LedgerRow(name));

    [Fact]
    public void Different_names_have_different_rows() =>
        Assert.Distinct(new[] { "a", "A", "a/", "a/b", "b" }.Select(StorageKeys.LedgerRow));

    [Fact]
    public void No_table_key_holds_what_table_storage_forbids()
    {
        var reference = ReferenceData.Current;
        var year = FinancialYear.Parse("2012-13");
        var slices = reference.Metrics.All.Select(metric => metric.Code).Append(Normaliser.SavingsCategories)
            .SelectMany(metric => Enum.GetValues<FigureStatus>().Select(status => new SliceKey(metric, year, status)));
        var groups = new PeerGroups(PeerSources.Of(reference)).Named(year).Select(group => StorageKeys.GroupRow(group.Code));
        var ledger = from council in reference.Councils.In(year)
                     from kind in Enum.GetValues<ReturnKind>()
                     select new[] { council.Code.Value, StorageKeys.LedgerRow(year, kind), StorageKeys.FilingRow(council.Code, kind) };
        var keys = slices.SelectMany(key =>
            new[] { StorageKeys.ComparisonPartition(key, new string('f', 32)), StorageKeys.SliceRow(key), key.Metric })
            .Concat(groups).Concat(ledger.SelectMany(key => key))
            .Concat([StorageKeys.Unfiled, StorageKeys.LedgerHead, StorageKeys.ValuesRow(3), StorageKeys.LedgerRow("a/b\\c#d?e\n")]);
        // Keys may be 1 KiB and hold no / \ # ? nor control characters.
        Assert.All(keys, key => Assert.Matches("^[a-z0-9_|:-]{1,512}$", key));
    }

    private static ReturnPath Parsed(string name) => ReturnPath.TryParse(name, out var path) ? path : throw new FormatException(name);
}
