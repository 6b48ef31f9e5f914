using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.InventedCouncils;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class PeerGroupsTests
{
    [Theory]
    [InlineData("all", "ashby brook carrow dene elm oldtown")]
    [InlineData("region:north", "ashby brook oldtown")]
    [InlineData("class:city", "carrow dene elm oldtown")]
    [InlineData("programme:pilot-1", "ashby elm oldtown")]
    [InlineData("partnership:twins", "carrow dene")]
    [InlineData("custom:elm,brook", "brook elm")]
    public void A_group_holds_its_members_by_code(string text, string members) =>
        Assert.Equal(members.Split(' '), Members(text, Year, null));

    [Theory]
    [InlineData("all", true)]
    [InlineData("region:north", true)]
    [InlineData("region:south", false)]
    [InlineData("programme:pilot-1", true)]
    [InlineData("nearest:2", false)]
    [InlineData("custom:ashby,elm,dene", false)]
    public void Only_a_named_group_includes_the_subject(string text, bool included)
    {
        var group = InventedCouncils.Groups.Find(text, Year, Code("ashby")).Group!;
        Assert.Equal(included, group.IncludesSubject);
        Assert.Equal(included, group.Members.Any(member => member.Council == Code("ashby")));
    }

    [Fact]
    public void A_council_that_has_ceased_is_in_no_group_of_a_later_year()
    {
        Assert.Equal(["ashby", "elm"], Members("programme:pilot-1", Year.Next, null));
        Assert.Equal(["ashby", "brook"], Members("region:north", Year.Next, null));
    }

    [Fact]
    public void Nearest_takes_the_models_number_of_neighbours_unless_told()
    {
        Assert.Equal(["brook", "carrow", "oldtown"], Members("nearest", Year, Code("ashby")));
        var group = InventedCouncils.Groups.Find("nearest:1", Year, Code("ashby")).Group!;
        Assert.Equal(("nearest:1", "oldtown"), (group.Code, group.Nearest!.Neighbours.Single().Council.Value));
        Assert.Equal(["elm"], group.Nearest.WithoutFeatures.Select(code => code.Value));
        Assert.Equal("test-1", group.Nearest.Model.Version);
    }

    [Fact]
    public void Another_model_of_nearness_is_used_where_it_is_named()
    {
        Assert.Equal(["carrow", "dene"], InventedCouncils.Groups.Find("nearest", Year, Code("ashby"), model: "test-2").Group!
            .Members.Select(member => member.Council.Value));
        Assert.Equal(["brook", "carrow", "oldtown"], InventedCouncils.Groups.Find("nearest", Year, Code("ashby"), model: "test-1").Group!
            .Members.Select(member => member.Council.Value));
        Assert.Equal(("model-unknown", "test-1 test-2"), Problem("nearest", "test-3"));
        Assert.Equal(("model-unfit", "nearest"), Problem("all", "test-1"));

        static (string, string) Problem(string text, string model)
        {
            var problem = InventedCouncils.Groups.Find(text, Year, Code("ashby"), model: model).Problem!;
            return (problem.Code, string.Join(' ', problem.ValidValues));
        }
    }

    [Fact]
    public void A_list_is_that_of_its_council_and_of_those_who_are_there()
    {
        Assert.Equal(["elm", "oldtown"], Members("list:pairs", Year, Code("dene")));
        Assert.Equal(["elm"], Members("list:pairs", Year.Next, Code("dene")));
        Assert.Equal("list-without-council", InventedCouncils.Groups.Find("list:pairs", Year, Code("ashby")).Problem?.Code);
        Assert.DoesNotContain(InventedCouncils.Groups.Named(Year), group => group.Code.StartsWith("list", StringComparison.Ordinal));
    }

    [Fact]
    public void A_custom_group_has_one_spelling() =>
        Assert.Equal("custom:brook,elm", InventedCouncils.Groups.Find("custom:elm,brook", Year).Group?.Code);

    [Theory]
    [InlineData("", "peers-unknown-group")]
    [InlineData("everybody", "peers-unknown-group")]
    [InlineData("ALL", "peers-unknown-group")]
    [InlineData("all:", "peers-unknown-group")]
    [InlineData("region", "peers-unknown-group")]
    [InlineData("region:", "peers-unknown-group")]
    [InlineData("region:east", "peers-unknown-group")]
    [InlineData("region:empty", "peers-unknown-group")]
    [InlineData("programme:twins", "peers-unknown-group")]
    [InlineData("nearest:0", "nearest-out-of-range")]
    [InlineData("nearest:51", "nearest-out-of-range")]
    [InlineData("nearest:-1", "nearest-out-of-range")]
    [InlineData("nearest:", "nearest-out-of-range")]
    [InlineData("nearest:99999999999", "nearest-out-of-range")]
    [InlineData("nearest:15", "peers-need-council")]
    [InlineData("list:pairs", "peers-need-council")]
    [InlineData("list:", "peers-unknown-group")]
    [InlineData("list:ons", "peers-unknown-group")]
    [InlineData("custom:", "council-unknown-in-year")]
    [InlineData("custom:elm", "custom-too-few")]
    [InlineData("custom:elm,elm", "custom-repeats")]
    [InlineData("custom:elm,atlantis", "council-unknown-in-year")]
    [InlineData("custom:elm, dene", "council-unknown-in-year")]
    public void What_cannot_be_made_is_answered_with_its_reason(string text, string code)
    {
        var answer = InventedCouncils.Groups.Find(text, Year);
        Assert.Null(answer.Group);
        Assert.Equal(code, answer.Problem?.Code);
        Assert.NotEmpty(answer.Problem!.ValidValues);
    }

    [Fact]
    public void A_subject_that_does_not_exist_in_the_year_is_said_so()
    {
        var problem = InventedCouncils.Groups.Find("all", Year.Next, Code("oldtown")).Problem!;
        Assert.Equal("council-unknown-in-year", problem.Code);
        Assert.Contains("'oldtown'", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["ashby", "brook", "carrow", "dene", "elm"], problem.ValidValues);
    }

    [Fact]
    public void A_council_without_area_figures_has_no_nearest_neighbours() =>
        Assert.Equal("nearest-no-features", InventedCouncils.Groups.Find("nearest:2", Year, Code("elm")).Problem?.Code);

    [Fact]
    public void The_named_groups_of_a_year_are_those_with_members() =>
        Assert.Equal(
            ["all", "region:north", "region:south", "class:city", "class:county", "programme:pilot-1", "partnership:twins"],
            InventedCouncils.Groups.Named(Year).Select(group => group.Code));

    private static IEnumerable<string> Members(string text, FinancialYear year, CouncilCode? subject) =>
        InventedCouncils.Groups.Find(text, year, subject).Group!.Members.Select(member => member.Council.Value);
}
