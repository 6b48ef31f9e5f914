using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Publishing;

/// <summary>The summary of a slice for each named group of its year, as published: what a reader of the table sees.</summary>
public static class SliceSummaries
{
    public static IReadOnlyList<GroupSummary> Of(SliceKey key, IReadOnlyList<Observation> observations, ReferenceData reference)
    {
        var groups = PeerGroups.Of(reference).Named(key.Year);
        return reference.Metrics.Find(key.Metric) is { } metric
            ? [.. groups.Zip(Comparer.Summaries(metric, key.Year, key.Status, observations, groups),
                (group, summary) => new GroupSummary(group.Code, Figures(Publication.Publish(summary, metric.Decimals))))]
            : [.. groups.Select(group => new GroupSummary(group.Code, Categories(group, observations)))];
    }

    /// <summary>Of the members without a figure, and of values that tie, there is the number alone: lists would grow with the
    /// councils.</summary>
    private static string Figures(PublishedSummary summary)
    {
        var json = JsonSerializer.SerializeToNode(summary, PublishedJson.Options)!.AsObject();
        (string, int)[] lengths =
            [("missing", summary.Missing.Count), ("suppressed", summary.Suppressed.Count), ("modes", summary.Modes.Count)];
        foreach (var (list, length) in lengths)
        {
            json.Remove(list);
            json[$"{list}Count"] = length;
        }

        return json.ToJsonString(PublishedJson.Options);
    }

    /// <summary>£ by category and subcategory over a group's members.</summary>
    private static string Categories(PeerGroup group, IReadOnlyList<Observation> observations)
    {
        var members = group.Members.Select(member => member.Council).ToHashSet();
        var own = observations.Where(observation => members.Contains(observation.Council)).ToArray();
        var amounts = own
            .SelectMany(observation => observation.Breakdown)
            .GroupBy(part => (part.Category, part.Subcategory))
            .OrderBy(part => part.Key.Category, StringComparer.Ordinal)
            .ThenBy(part => part.Key.Subcategory, StringComparer.Ordinal)
            .Select(part => new { part.Key.Category, part.Key.Subcategory, Amount = part.Sum(amount => amount.Amount) });
        return JsonSerializer.Serialize(
            new { Councils = own.Length, Total = own.Sum(observation => observation.Value ?? 0m), Amounts = amounts },
            PublishedJson.Options);
    }
}
