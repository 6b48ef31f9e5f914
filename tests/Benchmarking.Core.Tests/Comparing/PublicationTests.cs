using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class PublicationTests
{
    [Fact]
    public void The_LGA_programme_in_2012_13_as_its_report_prints_it()
    {
        var published = LgaComparison("tameside");
        var summary = published.Summary;
        Assert.Equal((19, 5.916m, 7m, 11.3m, 2.7m), (summary.Count, summary.Mean, summary.Mode, summary.Max, summary.Min));
        Assert.Equal((6.3m, 4.3m, 7.3m), (summary.Median, summary.Q1, summary.Q3));
        Assert.Contains("hackney", summary.Missing);
        Assert.Equal(published.PeerGroup.Members.Count - 19, summary.Missing.Count);
        Assert.Equal(("actual", "programme:asce-2012", true),
            (published.Status, published.PeerGroup.Code, published.PeerGroup.IncludesSubject));
        Assert.Equal(("tameside", 11.3m, "reported", 4, "better"),
            (published.Subject!.Council, published.Subject.Value, published.Subject.State, published.Subject.Band,
                published.Subject.Verdict));
    }

    [Fact]
    public void The_answer_has_the_field_names_of_the_contract()
    {
        var json = JsonSerializer.SerializeToElement(LgaComparison("tameside"), JsonSerializerOptions.Web);
        AssertHas(json, "metric", "year", "status", "peerGroup", "summary", "subject", "councils");
        AssertHas(json.GetProperty("peerGroup"), "code", "label", "includesSubject", "members");
        AssertHas(json.GetProperty("summary"), "count", "missing", "mean", "pooled", "median", "mode", "q1", "q3", "min", "max",
            "standardDeviation");
        AssertHas(json.GetProperty("subject"), "council", "value", "state", "percentile", "band", "verdict", "modifiedZ", "outlier", "rag",
            "ragRule");
        AssertHas(json.GetProperty("councils")[0], "council", "name", "value", "state", "band", "lower", "upper", "basis", "sources");
        Assert.Equal("2012-13", json.GetProperty("year").GetString());
    }

    [Fact]
    public void Councils_are_listed_by_code_and_never_by_value() =>
        Assert.Equal(["a", "b", "c", "d"], Publish(Metric(), Figures(40, 10, 30, 20)).Councils.Select(figure => figure.Council));

    [Fact]
    public void Values_have_the_metrics_places_and_summaries_two_more()
    {
        var published = Publish(Metric(decimals: 1), Figures(1.25m, -2.25m, 3.333333m, 4));
        Assert.Equal([1.3m, -2.3m, 3.3m, 4m], published.Councils.Select(figure => figure.Value!.Value));
        Assert.Equal((1.583m, 2.292m, 4m, -2.3m),
            (published.Summary.Mean, published.Summary.Median, published.Summary.Max, published.Summary.Min));
    }

    [Fact]
    public void Missing_figures_are_null_with_their_state()
    {
        var figure = Publish(Metric(), Figures(null, 1)).Councils[0];
        Assert.Equal((null, "missing", null, null), (figure.Value, figure.State, figure.Band, figure.Lower));
    }

    [Fact]
    public void Money_in_real_terms_says_in_which_prices()
    {
        var real = new RealTerms(Year.Next, 101.3m, 103.63m, "HM Treasury, a release.");
        var comparison =
            Comparer.Compare(Metric(unit: MetricUnit.Gbp, decimals: 0), Year, FigureStatus.Actual, Figures(1013), Peers(1), real);
        var published = Publication.Publish(comparison);
        Assert.Equal(("real", "In prices of 2013-14. HM Treasury, a release."), (published.Basis, published.BasisNote));
        Assert.Equal(1036m, published.Councils[0].Value);
        Assert.Equal(("cash", "Not money: real terms do not apply."),
            (Publish(Metric(), Figures(1)).Basis, Publish(Metric(), Figures(1)).BasisNote));
    }

    [Fact]
    public void A_nearest_group_shows_its_model_distances_and_shares()
    {
        var group = new PeerGroups(PeerSources.Of(ReferenceData.Current)).Find("nearest:3", Year, CouncilCode.Parse("hackney")).Group!;
        var published = Publication.Publish(group);
        Assert.Equal("areas-1", published.Model);
        Assert.EndsWith("2012-13 (areas of 2011, deprivation of 2015)", published.Label, StringComparison.Ordinal);
        Assert.InRange(published.Stability!.Value, 0, 3);
        Assert.Equal(["tower-hamlets", "newham", "islington"], published.Neighbours!.Select(neighbour => neighbour.Council));
        Assert.Equal(0.063m, published.Neighbours![0].Distance);
        Assert.InRange(published.Neighbours[0].Shares.Values.Sum(), 99.8m, 100.2m);
        Assert.Equal(["islington", "newham", "tower-hamlets"], published.Members);
    }

    private static PublishedComparison LgaComparison(string subject)
    {
        var metric = ReferenceData.Current.Metrics.Find("savings-pct-net-budget")!;
        var peers = new PeerGroups(PeerSources.Of(ReferenceData.Current))
            .Find("programme:asce-2012", Year, CouncilCode.Parse(subject)).Group!;
        var slice = LgaReport.Actual.Select(row => Figure(row.Council, row.Percent) with { Metric = metric.Code })
            .Concat(LgaReport.Projected.Select(row =>
                Figure(row.Council, row.Percent, status: FigureStatus.Projected) with { Metric = metric.Code }));
        return Publication.Publish(Comparer.Compare(metric, Year, FigureStatus.Actual, [.. slice], peers));
    }

    private static PublishedComparison Publish(Metric metric, IReadOnlyList<Observation> slice) =>
        Publication.Publish(Compare(metric, slice, Peers(slice.Count)));

    private static void AssertHas(JsonElement element, params string[] names) =>
        Assert.All(names, name => Assert.True(element.TryGetProperty(name, out _), $"no '{name}'"));
}
