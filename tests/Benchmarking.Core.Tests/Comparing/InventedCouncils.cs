using System.Collections.Frozen;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Six invented councils, five of them in every year; <c>oldtown</c> ends with 2012-13.</summary>
internal static class InventedCouncils
{
    public static readonly FinancialYear Year = FinancialYear.Parse("2012-13");

    private static readonly Council[] All =
    [
        Council("ashby", "north", "county"), Council("brook", "north", "county"), Council("carrow", "south", "city"),
        Council("dene", "south", "city"), Council("elm", "south", "city"),
        Council("oldtown", "north", "city") with { ValidTo = Year },
    ];

    private static readonly NearestModel Model =
        new("test-1", "invented", 3, [new("size", "Size", 2011, FeatureTransform.None, 1, "invented")]);

    private static readonly NearestModel Other =
        new("test-2", "invented", 2, [new("age", "Age", 2021, FeatureTransform.None, 1, "invented")]);

    private static readonly Dictionary<string, decimal> Ages = new() { ["ashby"] = 50, ["brook"] = 20, ["carrow"] = 49, ["dene"] = 30 };

    private static readonly OpenList Pairs = new("pairs", "pairs", FrozenDictionary<string, IReadOnlyList<string>>.Empty);

    private static readonly Dictionary<string, decimal> Sizes =
        new() { ["ashby"] = 10, ["brook"] = 12, ["carrow"] = 20, ["dene"] = 21, ["oldtown"] = 11 };

    public static PeerGroups Groups { get; } = new(new PeerSources(
        year => [.. All.Where(council => council.ExistsIn(year))],
        new Dictionary<string, string> { ["north"] = "North", ["south"] = "South", ["empty"] = "Empty" },
        new Dictionary<string, string> { ["county"] = "County council", ["city"] = "City" },
        [new("pilot-1", "Pilot", [Code("oldtown"), Code("ashby"), Code("elm")], "invented")],
        [new("twins", "Twins", [Code("carrow"), Code("dene")], "invented")],
        [Model, Other],
        (council, feature) =>
            (feature.Code == "age" ? Ages : Sizes).TryGetValue(council.Code.Value, out var value) ? value : null,
        text => All.FirstOrDefault(council => council.Code.Value == text)?.Code,
        (codes, year) => new(
            [.. All.Where(council => codes.Contains(council.Code) && !council.ExistsIn(year))
                .Select(council => new PublishedEnd(council.Code.Value, council.Name, $"{council.ValidTo}", []))], []),
        [Pairs],
        (_, council, year) => council.Code.Value == "dene"
            ? [.. All.Where(other => other.Code.Value is "elm" or "oldtown" && other.ExistsIn(year))]
            : []));

    public static CouncilCode Code(string slug) => CouncilCode.Parse(slug);

    private static Council Council(string slug, string region, string kind) =>
        new(Code(slug), $"E-{slug}", $"{slug} council", char.ToUpperInvariant(slug[0]) + slug[1..], kind, region, region, null, null);
}
