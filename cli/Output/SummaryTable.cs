using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>A comparison's summary: each number with what it is beside it, since a mean and a pooled ratio are not the same
/// average.</summary>
internal static class SummaryTable
{
    private static readonly (string Member, string Name, string? Kind)[] Rows =
    [
        ("count", "councils", null),
        ("mean", "mean", "mean"),
        ("pooled", "pooled", "pooled"),
        ("median", "median", "median"),
        ("mode", "mode", "mode"),
        ("min", "lowest", null),
        ("q1", "lower quartile", "quartiles"),
        ("q3", "upper quartile", "quartiles"),
        ("max", "highest", null),
        ("standardDeviation", "standard deviation", "standardDeviation"),
    ];

    private static readonly string[] InWords = ["missing", "suppressed", "pooledCouncils", "modes", "modeDecimals"];

    public static TextTable Of(JsonElement summary)
    {
        var table = new TextTable(new TextColumn("summary"), new TextColumn("value", IsNumber: true), new TextColumn("what it is"));
        foreach (var (member, name, kind) in Rows.Where(row => summary.Has(row.Member)))
        {
            table.Add(name, summary.Number(member), Words(summary, member, kind));
        }

        string[] shown = [.. Rows.Select(row => row.Member), .. InWords];
        foreach (var (name, value) in Facts.Of(summary).Where(fact => !shown.Contains(fact.Name) && !IsKind(fact.Name)))
        {
            table.Add(Facts.Words(name), value, string.Empty);
        }

        return table;
    }

    private static bool IsKind(string name) => name.StartsWith("kinds ", StringComparison.Ordinal);

    private static string Words(JsonElement summary, string member, string? kind)
    {
        string?[] sentences =
        [
            kind is null || summary.Member("kinds").Text(kind) is not { } words ? null : Name(words),
            member switch
            {
                "count" => WithoutValue(summary),
                "pooled" when summary.Text("pooledCouncils") is { } councils => $"Councils: {councils}.",
                "mode" => Mode(summary),
                _ => null,
            },
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    /// <summary>How many councils of the group count nowhere; null where all do.</summary>
    private static string? WithoutValue(JsonElement summary)
    {
        var (missing, suppressed) = (summary.Items("missing").Count(), summary.Items("suppressed").Count());
        return (missing, suppressed) switch
        {
            (0, 0) => null,
            (_, 0) => $"{missing} more have no figure.",
            (0, _) => $"{suppressed} more have a figure that is withheld.",
            _ => $"{missing} more have no figure, and {suppressed} a figure that is withheld.",
        };
    }

    /// <summary>An average by name: what comes before the explanation, which <c>--json</c> has whole.</summary>
    private static string Name(string words) => $"{words.Split(':', ';')[0].TrimEnd('.')}.";

    private static string? Mode(JsonElement summary)
    {
        var places = summary.Text("modeDecimals") is { } decimals ? $"Places: {decimals}." : null;
        var several = summary.Items("modes").Skip(1).Any() ? $"Several tie: {summary.Text("modes")}." : null;
        return (places, several) is (null, null) ? null : string.Join(' ', new[] { places, several }.OfType<string>());
    }
}
