using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Groups over years in which councils ended: nobody goes without a word.</summary>
public sealed class SuccessionTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    [Theory]
    [InlineData(2020, "cumbria northamptonshire", "")]
    [InlineData(2021, "cumbria", "northamptonshire")]
    [InlineData(2023, "", "cumbria northamptonshire")]
    public void A_group_of_ones_own_takes_in_whoever_is_there_and_names_who_has_left(int year, string members, string ended)
    {
        var group = Over("custom:cumbria,northamptonshire", year);
        Assert.Equal(members, string.Join(' ', group.Members.Select(member => member.Council)));
        Assert.Equal(ended, string.Join(' ', group.Absent.Ended.Select(end => end.Council)));
        Assert.Equal("custom:cumbria,northamptonshire", group.Code);
    }

    [Fact]
    public void A_kept_group_says_who_ended_when_and_who_came_after()
    {
        var saved = new SavedGroup("Ours", [.. new[] { "cumbria", "kent", "northamptonshire" }.Select(code => CouncilCode.Parse(code))]);
        var group = PeerGroups.Of(Reference).FindSaved("saved:ours", saved, new(2023)).Group!;
        Assert.Equal(
            [
                "Cumbria County Council ended with 2022-23; after it came cumberland and westmorland-and-furness.",
                "Northamptonshire County Council ended with 2020-21; after it came north-northamptonshire and west-northamptonshire.",
            ],
            group.Absent.Ended.Select(end => end.InWords()));
        Assert.Equal(["kent"], Publication.Publish(group).Members);
        Assert.Equal(["cumbria", "northamptonshire"], Publication.Publish(group).Ended.Select(end => end.Council));
    }

    [Fact]
    public void Predecessor_and_successor_can_be_asked_for_together_in_every_year()
    {
        Assert.Equal(["cumbria"], Over("custom:cumbria,cumberland", 2022).Members.Select(member => member.Council.Value));
        var after = Over("custom:cumbria,cumberland", 2023);
        Assert.Equal(["cumberland"], after.Members.Select(member => member.Council.Value));
        Assert.Equal("cumbria", after.Absent.Ended.Single().Council);
        Assert.Equal(("cumberland", "2023-24", "cumbria"), Over("custom:cumbria,cumberland", 2022)
            .Absent.Begun.Select(each => (each.Council, each.BegunIn, each.Follows.Single())).Single());
    }

    [Fact]
    public void In_one_year_a_council_that_ended_is_a_problem_that_says_who_came_after()
    {
        var problem = PeerGroups.Of(Reference).Find("custom:cumbria,kent", new(2023)).Problem!;
        Assert.Equal("council-unknown-in-year", problem.Code);
        Assert.EndsWith("Cumbria County Council ended with 2022-23; after it came cumberland and westmorland-and-furness.",
            problem.Message, StringComparison.Ordinal);
        Assert.Equal("council-unknown-in-year", PeerGroups.Of(Reference).Find("custom:cumbria,atlantis", new(2020), overYears: true)
            .Problem?.Code);
    }

    [Fact]
    public void Councils_are_named_by_code_name_or_ONS_code_and_each_once()
    {
        Assert.Equal("custom:durham,kent", PeerGroups.Of(Reference).Find("custom:County Durham,E10000016", new(2012)).Group?.Code);
        Assert.Equal("custom-repeats", PeerGroups.Of(Reference).Find("custom:kent,E10000016", new(2012)).Problem?.Code);
    }

    [Fact]
    public void A_council_asked_about_is_told_of_with_its_predecessors_and_successors()
    {
        var after = Over("cumberland", 2023, 2024);
        Assert.Equal(("cumbria", "cumberland"), (after.Ended.Single().Council, after.Begun.Single().Council));
        var before = Over("cumbria", 2019, 2022);
        Assert.Equal(["cumberland", "westmorland-and-furness"], before.Ended.Single().SucceededBy);
        Assert.Empty(before.Begun);
        Assert.Empty(Over("newham", 2012, 2024).Ended);
        Assert.Equal(["bournemouth", "dorset", "poole"], Over("bournemouth-christchurch-and-poole", 2020, 2024)
            .Ended.Select(end => end.Council));
    }

    /// <summary>A programme of 2012 loses members, and each of them is named.</summary>
    [Fact]
    public void A_programme_that_shrinks_names_every_member_that_ended()
    {
        var then = PeerGroups.Of(Reference).Find("programme:asce-2012", new(2012)).Group!;
        var now = PeerGroups.Of(Reference).Find("programme:asce-2012", new(2024)).Group!;
        Assert.Equal(then.Members.Count, now.Members.Count + now.Absent.Ended.Count);
        Assert.NotEmpty(now.Absent.Ended);
        Assert.Empty(then.Absent.Ended);
    }

    private static PeerGroup Over(string text, int year) => PeerGroups.Of(Reference).Find(text, new(year), overYears: true).Group!;

    private static Succession Over(string council, int from, int to) =>
        Succession.Of([], CouncilCode.Parse(council), new(from), new(to), Reference.Councils);
}
