using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

/// <summary>The sample returns from their bytes to figures; what is expected is printed in the LGA's and the tri-borough papers.</summary>
public sealed class SampleObservationTests
{
    private static readonly Lazy<Dictionary<string, AcceptedReturn[]>> Samples = new(Read);

    // Gross budgets are filed and kept, but no metric is made of them.
    private static readonly string[] GrossBudgets =
    [
        "hammersmith-and-fulham/2011-12/budget.csv", "kensington-and-chelsea/2011-12/budget.csv", "westminster/2011-12/budget.csv",
    ];

    [Fact]
    public void Every_sample_return_yields_figures_of_its_own()
    {
        var returns = Samples.Value.SelectMany(council => council.Value.Select(filed => (Council: council.Key, Filed: filed))).ToArray();
        Assert.Equal(188, returns.Length);
        Assert.All(returns, pair =>
        {
            var observations = Normaliser.Observe(CouncilCode.Parse(pair.Council), [pair.Filed], ReferenceData.Current);
            Assert.True(observations.Count > 0 != GrossBudgets.Contains(pair.Filed.Receipt), pair.Filed.Receipt);
            Assert.All(observations, o => Assert.True(
                o is { Value: >= 0 and < 1_000_000_000m, State: ValueState.Reported or ValueState.Derived, Basis.Length: > 0,
                    Sources.Count: > 0 },
                $"{pair.Filed.Receipt} {o.Metric}: {o.Value}"));
        });
    }

    [Fact]
    public void The_LGA_programme_has_its_nineteen_printed_percentages() =>
        Assert.Equal(
            LgaReport.Actual.OrderBy(row => row.Council, StringComparer.Ordinal),
            Observations("savings-pct-net-budget", "actual")
                .Select(o => (o.Council.Value, Math.Round(o.Value!.Value, 1))).OrderBy(row => row.Value, StringComparer.Ordinal));

    [Fact]
    public void Its_two_projections_stay_projections() =>
        Assert.Equal(
            LgaReport.Projected,
            Observations("savings-pct-net-budget", "projected").Select(o => (o.Council.Value, o.Value!.Value))
                .OrderBy(row => row.Item1, StringComparer.Ordinal));

    [Fact]
    public void Two_councils_name_their_budget_and_are_computed_the_others_are_as_reported()
    {
        var figures = Observations("savings-pct-net-budget", "actual").ToLookup(o => o.State, o => o.Council.Value);
        Assert.Equal(["cheshire-east", "warrington"], figures[ValueState.Derived]);
        Assert.Equal(17, figures[ValueState.Reported].Count());
    }

    [Theory]
    [InlineData("2011-12", 12.2)]
    [InlineData("2012-13", 8.7)]
    public void South_Tynesides_admissions_fell_as_the_report_says(string year, decimal rate)
    {
        var figure = Assert.Single(Of("south-tyneside"), o => o.Metric == "admissions-65plus-per-1000" && o.Year.ToString() == year);
        Assert.Equal((rate, ValueState.Reported, FigureStatus.Actual), (figure.Value!.Value, figure.State, figure.Status));
    }

    [Fact]
    public void Cheshire_East_saved_what_it_targeted()
    {
        var figures = Of("cheshire-east").ToDictionary(o => (o.Metric, o.Year.ToString(), Codes.Of(o.Status)));
        Assert.Equal(6_600_000m, figures[("savings-total", "2012-13", "actual")].Value);
        Assert.Equal(100m, figures[("savings-delivery-rate", "2012-13", "actual")].Value);
        Assert.Equal(7.2131m, Math.Round(figures[("savings-pct-net-budget", "2012-13", "actual")].Value!.Value, 4));
        Assert.Equal(7.2131m, Math.Round(figures[("savings-pct-net-budget", "2012-13", "target")].Value!.Value, 4));
        Assert.Equal(10.38m, figures[("savings-pct-net-budget", "2013-14", "projected")].Value);
        Assert.Equal(4.3m, figures[("savings-pct-net-budget", "2014-15", "projected")].Value);
        Assert.False(figures.ContainsKey(("savings-total", "2013-14", "projected")));
        Assert.Equal(247.2124m, Math.Round(figures[("net-budget-per-resident", "2012-13", "actual")].Value!.Value, 4));
        Assert.False(figures.ContainsKey(("net-budget-per-resident", "2012-13", "target")));
    }

    [Fact]
    public void Kents_unclassed_savings_are_not_stated_and_its_other_categories_not_nil()
    {
        var figures = Of("kent").Where(o => o.Year.ToString() == "2012-13" && o.Status == FigureStatus.Actual).ToDictionary(o => o.Metric);
        Assert.Equal(
            [("reducing-bureaucracy", 1_000_000m), ("not-stated", 8_480_000m)],
            figures[Normaliser.SavingsCategories].Breakdown.Select(part => (part.Category, part.Amount)));
        Assert.False(figures.ContainsKey("savings-share-prevention"));
        Assert.Equal("percentage of the budget as reported, net or gross not stated; denominator implied by the amount and the percentage",
            figures["savings-pct-net-budget"].Basis);
    }

    [Theory]
    [InlineData("2011-12", 146_000)]
    [InlineData("2013-14", 7_586_000)]
    public void The_three_boroughs_projected_what_their_plan_prints(string year, int amount)
    {
        string[] boroughs = ["hammersmith-and-fulham", "kensington-and-chelsea", "westminster"];
        var savings = boroughs.SelectMany(Of)
            .Where(o => o.Metric == "savings-total" && o.Year.ToString() == year && o.Status == FigureStatus.Projected).ToArray();
        Assert.Equal((3, amount), (savings.Length, savings.Sum(o => o.Value)));
    }

    /// <summary>The actual figures of all years that the shipped returns state.</summary>
    internal static IEnumerable<Observation> Actual(string metric) =>
        Samples.Value.Keys.SelectMany(Of).Where(o => o.Metric == metric && o.Status == FigureStatus.Actual);

    /// <summary>Every figure that the shipped returns state.</summary>
    internal static IEnumerable<Observation> All() => Samples.Value.Keys.SelectMany(Of);

    private static IEnumerable<Observation> Observations(string metric, string status) =>
        Samples.Value.Keys.SelectMany(Of).Where(o => o.Metric == metric && o.Year.ToString() == "2012-13" && Codes.Of(o.Status) == status);

    private static IReadOnlyList<Observation> Of(string council) =>
        Normaliser.Observe(CouncilCode.Parse(council), Samples.Value[council], ReferenceData.Current);

    private static Dictionary<string, AcceptedReturn[]> Read()
    {
        return Repository.Returns.Select(found => (Path: found.Name, Bytes: File.ReadAllBytes(found.File)))
            .Select(file => (file.Path, Checked: FiledReturns.Check(file.Path, file.Bytes)))
            .GroupBy(file => file.Path.Split('/')[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(Accepted).ToArray());
    }

    private static AcceptedReturn Accepted((string Path, Core.Checking.CheckedReturn Checked) file)
    {
        Assert.True(file.Checked.Status == ReturnStatus.Accepted, file.Path);
        return new AcceptedReturn(file.Path, file.Checked.Path!.Year, file.Checked);
    }
}
