using System.Globalization;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>The table of docs/methods/nearest-neighbours.md: fifteen neighbours of five councils of different kinds.</summary>
public sealed class NeighbourPageTests
{
    private static readonly (string Council, string Kind)[] Five =
        [("hackney", "inner London"), ("kent", "county"), ("tameside", "metropolitan"), ("cornwall", "rural unitary"),
            ("suffolk", "county, least firm")];

    [Fact]
    public void The_stability_table_is_what_the_code_computes() => PageTable.Holds(
        "nearest-neighbours", "How firm the choice is",
        [
            "| council | kind | nearest, with distance | the nearest differs most in | farthest of 15 | stay whichever council is left "
                + "out |", "| --- | --- | --- | --- | --- | --- |",
            .. Five.Select(Row),
        ]);

    private static string Row((string Council, string Kind) row)
    {
        var groups = new PeerGroups(PeerSources.Of(ReferenceData.Current));
        var choice = groups.Find("nearest:15", FinancialYear.Parse("2012-13"), CouncilCode.Parse(row.Council)).Group!.Nearest!;
        Assert.Equal(15,
            choice.Neighbours.Select(neighbour => neighbour.Council).Where(council => council.Value != row.Council).Distinct().Count());
        var (near, far) = (choice.Neighbours[0], choice.Neighbours[^1]);
        var most = near.Shares.MaxBy(share => share.Share)!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Council} | {row.Kind} | {near.Council} {near.Distance:0.0000} | {most.Feature} ({100 * most.Share:0.0} %) | "
                + $"{far.Council} {far.Distance:0.0000} | {choice.Stability} of 15 |");
    }
}
