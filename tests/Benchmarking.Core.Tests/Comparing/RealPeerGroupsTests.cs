using System.Globalization;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class RealPeerGroupsTests
{
    private static readonly FinancialYear Year = FinancialYear.Parse("2012-13");
    private static readonly FinancialYear Today = FinancialYear.Parse("2024-25");
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

    // As above, from mid-2022 populations, the classification of 2021 and the indices of deprivation of 2025.
    [Theory]
    [InlineData("hackney", "newham 0.0828 tower-hamlets 0.1169 haringey 0.1413 islington 0.1500 barking-and-dagenham 0.1555 brent 0.1944")]
    [InlineData("tameside",
        "bolton 0.0603 walsall 0.0698 derby 0.0986 stoke-on-trent 0.1097 halton 0.1258 newcastle-upon-tyne 0.1293")]
    [InlineData("kent",
        "essex 0.0868 lancashire 0.0933 nottinghamshire 0.1293 derbyshire 0.1575 staffordshire 0.1815 worcestershire 0.2224")]
    [InlineData("west-northamptonshire", "north-northamptonshire 0.0745 buckinghamshire 0.1505 cambridgeshire 0.1510 warwickshire 0.1570 "
        + "bedford 0.1574 cheshire-west-and-chester 0.1791")]
    public void The_later_model_finds_those_that_are_alike_today(string council, string expected)
    {
        var choice = Real.Find("nearest:6", Today, CouncilCode.Parse(council), model: "areas-2").Group!.Nearest!;
        Assert.Equal("areas-2", choice.Model.Version);
        Assert.Equal(expected, string.Join(' ', choice.Neighbours
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Council} {n.Distance:0.0000}"))));
        Assert.Equal("areas-1", Real.Find("nearest:6", Today, CouncilCode.Parse(council)).Group!.Nearest!.Model.Version);
    }

    /// <summary>County councils are not classified by rurality, and are near others all the same, without it.</summary>
    [Fact]
    public void Every_council_of_today_has_15_neighbours_of_the_later_model()
    {
        foreach (var council in ReferenceData.Current.Councils.In(Today))
        {
            var choice = Real.Find("nearest", Today, council.Code, model: "areas-2").Group!.Nearest!;
            Assert.Equal(15, choice.Neighbours.Count);
            Assert.All(choice.Neighbours, neighbour => Assert.True(neighbour.LeftOut is [] or ["rurality_step"]));
            Assert.True(council.Class != "shire-county" || choice.Neighbours.All(neighbour => neighbour.LeftOut.Count == 1));
            Assert.Empty(choice.WithoutFeatures);
        }
    }

    /// <summary>Buckinghamshire is the county's area; Kent's list names three councils that came later on other areas.</summary>
    [Theory]
    [InlineData("camden", "ons-global", 2024, 18)]
    [InlineData("kent", "ons-global", 2024, 20)]
    [InlineData("kent", "ons-global", 2012, 17)]
    [InlineData("kent", "ons-economic", 2024, 15)]
    [InlineData("cumberland", "ons-economic", 2024, 3)]
    [InlineData("buckinghamshire", "ons-global", 2012, 9)]
    [InlineData("dorset", "ons-global", 2024, 7)]
    public void An_open_list_holds_those_that_the_publisher_names_and_were_there(string council, string list, int year, int councils)
    {
        var group = Real.Find($"list:{list}", new FinancialYear(year), CouncilCode.Parse(council)).Group!;
        Assert.Equal(($"list:{list}", councils, false), (group.Code, group.Members.Count, group.IncludesSubject));
        Assert.All(group.Members, member => Assert.NotNull(ReferenceData.Current.Councils.Find(member.Council, new FinancialYear(year))));
    }

    [Theory]
    [InlineData("dorset", 2012)]
    [InlineData("northamptonshire", 2012)]
    [InlineData("tri-borough", 2012)]
    public void Whoever_is_not_on_the_list_on_the_same_area_is_told_so(string council, int year) => Assert.Equal(
        "list-without-council", Real.Find("list:ons-global", new FinancialYear(year), CouncilCode.Parse(council)).Problem?.Code);

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
