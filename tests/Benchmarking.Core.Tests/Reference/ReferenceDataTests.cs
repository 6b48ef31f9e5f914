using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

public sealed class ReferenceDataTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    [Fact]
    public void It_is_read_once() => Assert.Same(ReferenceData.Current, ReferenceData.Current);

    [Fact]
    public void Every_version_is_stated() =>
        Assert.All([Reference.Taxonomy.Version, Reference.Measures.Version, Reference.Deflator.Release], text => Assert.NotEmpty(text));

    [Fact]
    public void Annex_A_has_four_categories_and_28_named_subcategories()
    {
        Assert.Equal(["reducing-bureaucracy", "managing-demand", "prevention", "other"],
            Reference.Taxonomy.Categories.Select(category => category.Code));
        Assert.Equal([8, 6, 4, 10], Reference.Taxonomy.Categories.Select(category =>
            Reference.Taxonomy.Subcategories.Count(entry => entry.Category == category.Code)));
        Assert.Distinct(Reference.Taxonomy.Subcategories.Select(entry => entry.Code));
        Assert.All(Reference.Taxonomy.Subcategories, entry => Assert.True(CouncilCode.TryParse(entry.Code, out _), entry.Code));
    }

    [Theory]
    [InlineData("Managing demand", "managing-demand")]
    [InlineData("REDUCING_BUREAUCRACY", "reducing-bureaucracy")]
    [InlineData("prevention", "prevention")]
    [InlineData("total", null)]
    public void A_category_is_found_by_code_or_label(string text, string? code) =>
        Assert.Equal(code, Reference.Taxonomy.FindCategory(text)?.Code);

    [Theory]
    [InlineData("other", "Review of Day Care", "review-of-day-care")]
    [InlineData("other", "review-of-day-care", "review-of-day-care")]
    [InlineData("prevention", "review of day care", null)]
    [InlineData("nothing", "review of day care", null)]
    public void A_subcategory_is_found_within_its_category(string category, string text, string? code) =>
        Assert.Equal(code, Reference.Taxonomy.FindSubcategory(category, text)?.Code);

    [Fact]
    public void The_groups_that_Annex_A_prints_are_kept() =>
        Assert.Equal(
            ["New approaches", "Outsourcing services", "Procurement", "Reducing staffing"],
            Reference.Taxonomy.Subcategories.Select(entry => entry.Group).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_tri_borough_is_three_councils() =>
        Assert.Equal(
            ["hammersmith-and-fulham", "kensington-and-chelsea", "westminster"],
            Reference.Groups.FindPartnership("tri-borough")!.Members.Select(member => member.Value));

    [Fact]
    public void The_programme_has_the_37_councils_with_an_entry_or_case_study()
    {
        var members = Reference.Groups.FindProgramme("asce-2012")!.Members.Select(member => member.Value).ToArray();
        Assert.Equal(37, members.Distinct().Count());
        Assert.Superset(new HashSet<string> { "tameside", "wiltshire", "barking-and-dagenham", "poole" }, members.ToHashSet());
        Assert.Empty(
            members.Intersect(
                ["stockport", "wirral", "hounslow", "wakefield", "darlington", "hartlepool", "redcar-and-cleveland", "york"]));
    }

    [Fact]
    public void Every_member_of_a_group_was_a_council_in_2012() =>
        Assert.All(Reference.Groups.Partnerships.Concat(Reference.Groups.Programmes), group =>
        {
            Assert.True(CouncilCode.TryParse(group.Code, out var code) && Reference.Councils.FindAny(code) is null);
            Assert.NotEmpty(group.Source);
            Assert.All(group.Members, member => Assert.NotNull(Reference.Councils.Find(member, new FinancialYear(2012))));
        });

    [Theory]
    [InlineData("2010-11", "97.978")]
    [InlineData("2011-12", "100")]
    [InlineData("2012-13", "101.3")]
    [InlineData("2013-14", "103.63")]
    [InlineData("2014-15", "105.095")]
    [InlineData("2024-25", "141.893")]
    public void The_deflator_is_the_Treasury_series(string year, string index) =>
        Assert.Equal(decimal.Parse(index, System.Globalization.CultureInfo.InvariantCulture),
            Reference.Deflator.Find(FinancialYear.Parse(year)));

    [Fact]
    public void Spending_of_2013_14_in_2011_12_prices_is_what_the_published_series_gives()
    {
        Assert.Equal(new FinancialYear(2013), Reference.Deflator.BaseYear);
        var real = 1_595_000m * Reference.Deflator.Find(new FinancialYear(2011))!.Value / Reference.Deflator.Find(
            new FinancialYear(2013))!.Value;
        Assert.InRange(real, 1_539_111m, 1_539_151m);
    }
}
