using System.Globalization;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Tests.Work;

/// <summary>Publishers' datasets on a storage account: what they cost, that they may be repeated and cut at any call, and how they stand
/// beside what councils filed.</summary>
public sealed class DatasetTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Outturn = "revenue-outturn/2012-13.csv";
    private static readonly SliceKey Spend = SliceKey.Parse("net-expenditure-per-adult|2012-13|actual");
    private static readonly CouncilCode Camden = CouncilCode.Parse("camden");

    private static string Shipped { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, "samples", "datasets", "revenue-outturn", "2012-13.csv"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_dataset_twice_has_one_receipt_and_writes_nothing()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var first = await app.Load(Outturn, Shipped);
        Assert.Equal((ReturnStatus.Accepted, 1), (first.Status, first.Revision));
        var version = (await app.Slices.Pointer(Spend, Cancellation)).Version;
        var again = await app.Load(Outturn, Shipped);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(version, (await app.Slices.Pointer(Spend, Cancellation)).Version);
        Assert.Single((await app.Ledgers.Read("_dataset|revenue-outturn", Cancellation)).Entries);
    }

    [Fact]
    public async Task A_second_edition_moves_the_cells_that_differ_and_nothing_else()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Load(Outturn, Shipped);
        var before = await app.Served(Spend);
        var lines = Shipped.Split('\n');
        var altered = lines.Select((line, index) => line.Contains(",RS 360,", StringComparison.Ordinal) && index is > 0 and <= 12
            ? Altered(line) : line);
        var receipt = await app.Load(Outturn, string.Join('\n', altered));
        Assert.Equal(2, receipt.Revision);
        var after = await app.Served(Spend);
        string[] moved = [.. before.Keys.Where(council => before[council].Value != after[council].Value)];
        Assert.Equal(12, moved.Length);
        Assert.Equal(moved.Order(StringComparer.Ordinal), receipt.Changes!.Where(change => change.Metric == Spend.Metric)
            .Select(change => change.Council.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_published_figure_is_served_and_the_filed_one_stands_beside_it()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.File("camden/2012-13/budget.csv", "financial_year,measure,amount,unit,status\n2012-13,net_spend,99000000,gbp,actual\n");
        await app.Load(Outturn, Shipped);
        var figure = (await app.Served(Spend))[Camden.Value];
        Assert.Equal("revenue-outturn", figure.Published?.Dataset);
        Assert.Equal(99_000_000m, figure.Filed?.Numerator);
        Assert.NotEqual(figure.Numerator, figure.Filed?.Numerator);

        var withdrawn = await app.WithdrawDataset.Run(new DatasetPath("revenue-outturn", new FinancialYear(2012), "csv"), "test", Cancellation);
        await app.RefreshAll(withdrawn!.Touched);
        var alone = await app.Served(Spend);
        Assert.Equal([Camden.Value], alone.Keys);
        Assert.Null(alone[Camden.Value].Published);
    }

    /// <summary>The figure is answered for at its own line, and a note answers the question.</summary>
    [Fact]
    public async Task A_return_that_says_otherwise_than_the_publication_is_asked_why()
    {
        const string Header = "financial_year,measure,amount,unit,status,note\n";
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Load(Outturn, Shipped);
        var asked = await app.File("camden/2012-13/budget.csv", Header + "2012-13,net_spend,99000000,gbp,actual,\n");
        var query = Assert.Single(asked.Findings, finding => finding.Code == "differs-from-published");
        Assert.Equal((2, "amount", "99000000"), (query.Line, query.Column, query.Value));
        var published = Shipped.Split('\n').Single(line => line.Contains("Camden,RS 360", StringComparison.Ordinal)).Split(',')[6];
        var agreed = await app.File("camden/2012-13/budget.csv", Header + $"2012-13,net_spend,{published},gbp_thousands,actual,\n");
        Assert.DoesNotContain(agreed.Findings, finding => finding.Code == "differs-from-published");
        var explained = await app.File("camden/2012-13/budget.csv", Header + "2012-13,net_spend,99000000,gbp,actual,revised since\n");
        Assert.Equal(ReturnStatus.Accepted, explained.Status);
    }

    [Fact]
    public async Task What_is_not_accepted_leaves_the_edition_that_serves()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Load(Outturn, Shipped);
        var before = await app.Served(Spend);
        var receipt = await app.Load(Outturn, Shipped.Replace("E09000007", "E09009999", StringComparison.Ordinal));
        Assert.Equal(ReturnStatus.Rejected, receipt.Status);
        Assert.Equal(before[Camden.Value].Value, (await app.Served(Spend))[Camden.Value].Value);
    }

    [Fact]
    public async Task A_load_costs_as_many_storage_calls_with_three_councils_as_with_all()
    {
        var header = Shipped.Split('\n')[0];
        string[] files = [Shipped, string.Join('\n', Shipped.Split('\n').Where(line => line == header
            || line.Contains("Camden", StringComparison.Ordinal) || line.Contains("Hartlepool", StringComparison.Ordinal)))];
        var calls = new List<int>();
        foreach (var content in files)
        {
            var connection = azurite.NewAccount();
            using (var app = new TestApp(connection))
            {
                await app.Storage.CreateMissing(Cancellation);
                await app.UploadDataset(Outturn, content);
            }

            var counted = new StorageFaults(int.MaxValue, Fault.Before);
            using var counting = new TestApp(connection, counted);
            await counting.IngestDataset.Run(Outturn, Cancellation);
            calls.Add(counted.Calls);
        }

        Assert.Single(calls.Distinct());
    }

    /// <summary>Every storage call of a load fails once, before or after it took effect, or is the last before the process dies; the next
    /// delivery ends where an undisturbed load does.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task A_load_cut_at_any_call_ends_like_an_undisturbed_one(Fault fault)
    {
        var few = string.Join('\n', Shipped.Split('\n').Take(9));
        using var undisturbed = await TestApp.OnNewAccount(azurite);
        await undisturbed.Load(Outturn, few);
        var wanted = (await undisturbed.Slices.Pointer(Spend, Cancellation)).Version;
        for (var call = 1; ; call++)
        {
            var connection = azurite.NewAccount();
            using var app = new TestApp(connection);
            await app.Storage.CreateMissing(Cancellation);
            await app.UploadDataset(Outturn, few);
            var faults = new StorageFaults(call, fault);
            using var disturbed = new TestApp(connection, faults);
            try
            {
                await disturbed.IngestDataset.Run(Outturn, Cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The trigger delivers it again.
            }

            var ended = await app.IngestDataset.Run(Outturn, Cancellation);
            await app.RefreshAll(DatasetKeys());
            Assert.Equal((ReturnStatus.Accepted, wanted),
                (ended!.Receipt.Status, (await app.Slices.Pointer(Spend, Cancellation)).Version));
            Assert.False((await app.Ledgers.Read("_dataset|revenue-outturn", Cancellation)).Unfinished);
            if (faults.Calls < call)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_rebuild_puts_a_lost_figure_of_a_dataset_right_and_names_it()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Load(Outturn, Shipped);
        var version = (await app.Slices.Pointer(Spend, Cancellation)).Version;
        await app.Storage.Observations.DeleteEntityAsync(Spend.ToString(), "_published|revenue-outturn", cancellationToken: Cancellation);
        await app.Rebuild.Run(Cancellation);
        var report = (await app.Reports.Latest(Cancellation))!;
        Assert.Equal([$"revenue-outturn|{Spend}"], report.Drift);
        Assert.Equal(version, (await app.Slices.Pointer(Spend, Cancellation)).Version);
    }

    [Fact]
    public async Task What_no_event_announced_is_taken_in_by_the_next_comparison_with_the_ledger()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.UploadDataset(Outturn, Shipped);
        Assert.Equal(1, (await app.Reconcile.Run(Cancellation)).Taken);
        Assert.Equal(0, (await app.Reconcile.Run(Cancellation)).Taken);
    }

    private static string Altered(string line)
    {
        var cells = line.Split(',');
        cells[6] = (decimal.Parse(cells[6], CultureInfo.InvariantCulture) + 100).ToString(CultureInfo.InvariantCulture);
        return string.Join(',', cells);
    }

    private static IEnumerable<SliceKey> DatasetKeys() =>
        DatasetSwitch.KeysOf("revenue-outturn", new FinancialYear(2012));
}
