using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

public sealed class IngestReturnTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey PctActual = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");

    [Fact]
    public async Task An_accepted_return_is_in_the_ledger_the_figures_and_the_slice()
    {
        var app = await TestApp.OnNewAccount(azurite);
        var receipt = await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.DrainQueue();

        Assert.Equal(ReturnStatus.Accepted, receipt.Status);
        Assert.Equal(1, receipt.Revision);
        Assert.Equal(11.3m, await Value(app, PctActual, "tameside"));
    }

    [Fact]
    public async Task The_same_bytes_again_give_the_same_receipt_and_change_nothing()
    {
        var app = await TestApp.OnNewAccount(azurite);
        var first = await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.DrainQueue();
        var before = await app.State();

        var again = await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.DrainQueue();

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(first.ReceivedAt, again.ReceivedAt);
        Assert.Equal(before, await app.State());
    }

    [Fact]
    public async Task A_rejected_revision_leaves_the_accepted_one_serving()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        var rejected = await app.File(TamesideSavings, Savings("5,90,0000", "11.3"));
        await app.DrainQueue();

        Assert.Equal(ReturnStatus.Rejected, rejected.Status);
        Assert.Null(rejected.Revision);
        Assert.Equal(11.3m, await Value(app, PctActual, "tameside"));
    }

    [Fact]
    public async Task A_later_accepted_revision_replaces_the_earlier_and_its_rows()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        var second = await app.File(TamesideSavings, Corrected("5900000", null));
        await app.DrainQueue();

        Assert.Equal(2, second.Revision);
        Assert.Null(await Value(app, PctActual, "tameside"));
        Assert.Equal(5_900_000m, await Value(app, SliceKey.Parse("savings-total|2012-13|actual"), "tameside"));
    }

    /// <summary>Only the total is sent again: the percentage would be gone without a word.</summary>
    [Fact]
    public async Task A_revision_that_takes_figures_away_is_held_until_it_says_why()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        var second = await app.File(TamesideSavings, Savings("5900000", null));
        await app.DrainQueue();

        Assert.Equal((ReturnStatus.NeedsExplanation, "figures-taken-away"), (second.Status, second.Findings.Single().Code));
        Assert.Equal("2012-13 actual: total (percent_of_net_budget)", second.Findings.Single().Expected);
        Assert.Equal(11.3m, await Value(app, PctActual, "tameside"));
    }

    [Fact]
    public async Task Going_back_to_an_earlier_file_is_a_new_revision_not_a_lost_one()
    {
        var app = await TestApp.OnNewAccount(azurite);
        var first = await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.File(TamesideSavings, Savings("6000000", "11.5"));
        var third = await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.DrainQueue();

        Assert.Equal(3, third.Revision);
        Assert.NotEqual(first.Id, third.Id);
        Assert.Equal(11.3m, await Value(app, PctActual, "tameside"));
    }

    [Fact]
    public async Task A_budget_filed_later_changes_the_percentage_that_savings_filed_earlier_make()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File("cheshire-east/2012-13/savings.csv", Savings("6600000", "7.2"));
        await app.File("cheshire-east/2012-13/budget.csv",
            "financial_year,measure,amount,unit,status\n2012-13,net_budget,91.5,gbp_millions,actual\n");
        await app.DrainQueue();

        // 6.6 / 91.5 = 7.2131…, worked by hand.
        Assert.Equal(7.2131m, decimal.Round((await Value(app, PctActual, "cheshire-east"))!.Value, 4));
    }

    [Fact]
    public async Task Two_returns_of_one_council_taken_in_at_once_by_two_instances_both_count()
    {
        for (var round = 0; round < 10; round++)
        {
            var connection = azurite.NewAccount();
            var (one, other) = (new TestApp(connection), new TestApp(connection));
            await one.Storage.CreateMissing(TestContext.Current.CancellationToken);
            await Task.WhenAll(
                one.File("cheshire-east/2012-13/savings.csv", Savings("6600000", null)),
                other.File("cheshire-east/2012-13/budget.csv",
                    "financial_year,measure,amount,unit,status\n2012-13,net_budget,91.5,gbp_millions,actual\n"));
            await one.DrainQueue();

            Assert.Equal(7.2131m, decimal.Round((await Value(one, PctActual, "cheshire-east"))!.Value, 4));
        }
    }

    [Fact]
    public async Task A_file_whose_name_is_no_returns_path_leaves_a_receipt_that_says_so()
    {
        var app = await TestApp.OnNewAccount(azurite);
        var receipt = await app.File("hackney/savings 2012.csv", Savings("1", null));

        Assert.Equal(ReturnStatus.Rejected, receipt.Status);
        Assert.Equal("path-unreadable", Assert.Single(receipt.Findings).Code);
        Assert.Equal(receipt.Id, (await app.Receipts.Get(receipt.Id!, TestContext.Current.CancellationToken)).Id);
    }

    [Fact]
    public async Task A_blob_that_is_gone_is_no_failure()
    {
        var app = await TestApp.OnNewAccount(azurite);
        Assert.Null(await app.Ingest.Run(TamesideSavings, TestContext.Current.CancellationToken));
    }

    private static async Task<decimal?> Value(TestApp app, SliceKey key, string council)
    {
        var pointer = await app.Slices.Pointer(key, TestContext.Current.CancellationToken);
        if (pointer.Version is null)
        {
            return null;
        }

        var slice = await app.Slices.Load(key, pointer.Version, TestContext.Current.CancellationToken);
        return slice.Observations.SingleOrDefault(observation => observation.Council.Value == council)?.Value;
    }
}
