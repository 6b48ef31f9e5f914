using System.Globalization;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class RealPeerGroupsTests
{
    private static readonly FinancialYear Year = FinancialYear.Parse("2012-13");
    private static readonly PeerGroups Real = new(PeerSources.Of(ReferenceData.Current));

    [Theory]
    [InlineData("all", 152)]
    [InlineData("region:london", 33)]
    [InlineData("partnership:tri-borough", 3)]
    public void Groups_of_2012_13_have_their_known_size(string text, int size) =>
        Assert.Equal(size, Real.Find(text, Year).Group?.Members.Count);

    // Orders and distances computed outside this project from the published figures and the model's transformations.
    [Theory]
    [InlineData("hackney", "tower-hamlets 0.0630 newham 0.1149 islington 0.1262 haringey 0.1696 southwark 0.1761 lambeth 0.1864")]
    [InlineData("tameside", "bolton 0.0554 sunderland 0.0829 oldham 0.0870 walsall 0.0992 derby 0.0998 coventry 0.1144")]
    [InlineData("kent",
        "essex 0.0510 nottinghamshire 0.1002 derbyshire 0.1201 staffordshire 0.1204 lancashire 0.1204 worcestershire 0.1736")]
    public void The_nearest_areas_of_three_councils_are_those_computed_independently(string council, string expected)
    {
        var neighbours = Real.Find("nearest:6", Year, CouncilCode.Parse(council)).Group!.Nearest!.Neighbours;
        Assert.Equal(expected,
            string.Join(' ', neighbours.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Council} {n.Distance:0.0000}"))));
    }

    // Computed outside this project by leaving out each of the other 151 councils in turn.
    [Theory]
    [InlineData("hackney", 15)]
    [InlineData("kent", 14)]
    [InlineData("suffolk", 13)]
    public void The_stability_of_a_choice_is_that_found_by_leaving_out_every_council_in_turn(string council, int stability) =>
        Assert.Equal(stability, Real.Find("nearest", Year, CouncilCode.Parse(council)).Group?.Nearest?.Stability);

    [Fact]
    public void Every_council_of_2012_13_has_15_neighbours_with_every_feature_of_the_model()
    {
        foreach (var council in ReferenceData.Current.Councils.In(Year))
        {
            var choice = Real.Find("nearest", Year, council.Code).Group?.Nearest;
            Assert.Equal(15, choice?.Neighbours.Count);
            Assert.All(choice!.Neighbours, neighbour => Assert.Empty(neighbour.LeftOut));
            Assert.Equal(choice.Neighbours.OrderBy(neighbour => neighbour.Distance), choice.Neighbours);
        }
    }

    [Fact]
    public void Every_named_group_has_members() =>
        Assert.All(Real.Named(Year), group => Assert.NotEmpty(group.Members));
}
