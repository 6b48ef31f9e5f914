using System.Text;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

public sealed class ChangeListTests
{
    private const string Head = "financial_year,category,amount,unit,status\n";

    private static readonly string First =
        Head + "2012-13,total,6600000,gbp,actual\n2012-13,prevention,2000000,gbp,actual\n2012-13,other,4600000,gbp,actual\n"
            + "2013-14,total,5000000,gbp,target\n";

    [Fact]
    public void The_same_figures_in_another_revision_move_nothing()
    {
        var reordered = Head
            + "2013-14,total,£5m,gbp,target\n2012-13,other,4600,gbp_thousands,actual\n2012-13,prevention,2m,gbp,actual\n"
            + "2012-13,total,\"6,600,000\",gbp,actual\n";
        Assert.Empty(ChangeList.Between(Observed(First, "one"), Observed(reordered, "two")));
    }

    [Fact]
    public void Exactly_the_observations_that_moved_are_listed_with_both_figures()
    {
        var moved = ChangeList.Between(Observed(First, "one"),
            Observed(First.Replace("5000000", "5500000", StringComparison.Ordinal), "two"));
        Assert.All(moved, change => Assert.Equal((new FinancialYear(2013), FigureStatus.Target), (change.Year, change.Status)));
        Assert.Equal(["savings-categories", "savings-per-resident", "savings-per-resident-65plus", "savings-total"],
            moved.Select(change => change.Metric));
        var total = moved.Single(change => change.Metric == "savings-total");
        Assert.Equal((5_000_000m, 5_500_000m), (total.From!.Value, total.To!.Value));
    }

    [Fact]
    public void A_moved_split_moves_the_shares_and_the_breakdown_but_not_the_total()
    {
        var split = First.Replace("2000000", "3000000", StringComparison.Ordinal).Replace("4600000", "3600000", StringComparison.Ordinal);
        var moved = ChangeList.Between(Observed(First, "one"), Observed(split, "two")).Select(change => change.Metric);
        Assert.Equal(["savings-categories", "savings-share-other", "savings-share-prevention"], moved);
    }

    [Fact]
    public void What_is_new_comes_from_nothing_and_what_is_gone_goes_to_nothing()
    {
        var without = First[..First.IndexOf("2013-14", StringComparison.Ordinal)];
        var gone = ChangeList.Between(Observed(First, "one"), Observed(without, "two"));
        var back = ChangeList.Between(Observed(without, "one"), Observed(First, "two"));
        Assert.NotEmpty(gone);
        Assert.All(gone, change => Assert.Null(change.To));
        Assert.Equal(gone.Select(change => (change.Metric, change.From)), back.Select(change => (change.Metric, change.To)));
    }

    [Fact]
    public void A_withdrawn_return_moves_all_its_observations_to_nothing() =>
        Assert.Equal(Observed(First, "one").Count, ChangeList.Between(Observed(First, "one"), []).Count(change => change.To is null));

    private static IReadOnlyList<Observation> Observed(string text, string receipt)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var file = new FiledReturn("cheshire-east/2012-13/savings.csv", Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch,
            bytes);
        Assert.True(ReturnPath.TryParse(file.BlobName, out var path));
        var result = ReturnPipeline.Check(file, path, 1_000_000, ReferenceData.Current);
        Assert.Equal(ReturnStatus.Accepted, result.Status);
        return Normaliser.Observe(path.Council, [new AcceptedReturn(receipt, path.Year, result)], ReferenceData.Current);
    }
}
