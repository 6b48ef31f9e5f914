using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Publishing.Slices;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class SliceSummariesTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;
    private static readonly Observation[] Programme = [.. LgaReport.Actual.Select(row => Figure(row.Council, row.Percent))];
    private static readonly IReadOnlyList<GroupSummary> Summaries = SliceSummaries.Of(Key, Programme, Reference);

    [Theory]
    [InlineData("all", null)]
    [InlineData("programme:asce-2012", "tameside")]
    [InlineData("programme:asce-2012", "york")]
    [InlineData("region:north-west", "cheshire-east")]
    [InlineData("class:metropolitan-district", null)]
    [InlineData("partnership:tri-borough", null)]
    public void A_groups_summary_is_that_of_the_comparison_served_for_it_with_its_lists_counted(string group, string? subject)
    {
        CouncilCode? council = subject is null ? null : CouncilCode.Parse(subject);
        var peers = new PeerGroups(PeerSources.Of(Reference)).Find(group, Key.Year, council).Group!;
        var served = Publication.Publish(Comparer.Compare(Reference.Metrics.Find(Key.Metric)!, Key.Year, Key.Status, Programme, peers));
        var wanted = JsonSerializer.SerializeToNode(served.Summary, PublishedJson.Options)!.AsObject()
            .Select(field => field.Value is JsonArray list
                ? ($"{field.Key}Count", list.Count.ToString(CultureInfo.InvariantCulture))
                : (field.Key, field.Value?.ToJsonString()));
        var stored = JsonNode.Parse(Json(group))!.AsObject().Select(field => (field.Key, field.Value?.ToJsonString()));
        Assert.Equal(wanted.Order(), stored.Order());
    }

    [Fact]
    public void The_programmes_summary_is_readable_as_it_lies_in_the_table()
    {
        using var json = JsonDocument.Parse(Json("programme:asce-2012"));
        var summary = json.RootElement;
        Assert.Equal(
            (19, 5.916m, 6.3m, 11.3m),
            (summary.GetProperty("count").GetInt32(), summary.GetProperty("mean").GetDecimal(), summary.GetProperty("median").GetDecimal(),
                summary.GetProperty("max").GetDecimal()));
        Assert.Equal(18, summary.GetProperty("missingCount").GetInt32());
    }

    [Fact]
    public void Every_named_group_has_one_summary_and_the_many_unnamed_have_none()
    {
        var groups = Summaries.Select(summary => summary.Group).ToArray();
        Assert.Distinct(groups);
        Assert.All(["all", "region:london", "programme:asce-2012", "partnership:tri-borough"],
            (string group) => Assert.Contains(group, groups));
        Assert.DoesNotContain(groups,
            group => group.StartsWith("nearest", StringComparison.Ordinal) || group.StartsWith("custom", StringComparison.Ordinal));
        Assert.InRange(groups.Length, 10, 80);
    }

    [Fact]
    public void Categories_are_added_up_over_the_members()
    {
        Observation[] observations =
        [
            Categories("hammersmith-and-fulham", 10, new("other", null, null, 4), new("prevention", "reablement", "Reablement", 6)),
            Categories("westminster", 5, new CategoryAmount("prevention", "reablement", null, 5)),
            Categories("york", 100, new CategoryAmount("other", null, null, 100)),
        ];
        var key = new SliceKey(Normaliser.SavingsCategories, Key.Year, Key.Status);
        Assert.Equal(
            """{"councils":2,"total":15,"amounts":[{"category":"other","subcategory":null,"amount":4},{"category":"prevention","subcategory":"reablement","amount":11}]}""",
            SliceSummaries.Of(key, observations, Reference).Single(summary => summary.Group == "partnership:tri-borough").Json);
    }

    private static Observation Categories(string council, decimal total, params CategoryAmount[] parts) =>
        Figure(council, total) with { Metric = Normaliser.SavingsCategories, Breakdown = parts };

    private static string Json(string group) => Summaries.Single(summary => summary.Group == group).Json;
}
