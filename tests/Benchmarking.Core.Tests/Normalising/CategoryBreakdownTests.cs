using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Normalising;

/// <summary>How much a council may write into its subcategories, and what is kept of it with the figure.</summary>
public sealed class CategoryBreakdownTests
{
    private const int LongestProperty = 32_768;

    [Fact]
    public void Of_many_labels_of_a_council_the_largest_ten_of_a_category_are_kept_and_the_rest_is_one_part_without_a_label()
    {
        var filed = new FiledReturns().Savings(
            [.. Enumerable.Range(1, 30).Select(n => $"prevention,Scheme {n},{n},gbp,actual,,,,scheme {n}"),
                "prevention,,5,gbp,actual,,,,Day centres", "other,Fleet,7,gbp,actual"]);
        var parts = filed.Find(Normaliser.SavingsCategories)!.Breakdown;
        var prevention = parts.Where(part => part.Category == "prevention").ToArray();
        Assert.Equal(
            [.. Enumerable.Range(21, 10).Select(n => $"Scheme {n}")], prevention.Select(part => part.LabelAsFiled).OfType<string>());

        // 1 + 2 + … + 20, and the row that says no subcategory
        Assert.Equal(215m, Assert.Single(prevention, part => part.LabelAsFiled is null).Amount);
        Assert.Equal(470m, prevention.Sum(part => part.Amount));
        Assert.Equal(
            ("Fleet", 7m), parts.Where(part => part.Category == "other").Select(part => (part.LabelAsFiled, part.Amount)).Single());
    }

    [Fact]
    public void A_subcategory_of_the_taxonomy_is_one_part_however_it_is_spelt()
    {
        var filed = new FiledReturns().Savings(
            "prevention,Reablement,2,gbp,actual,,,,a", "prevention,REABLEMENT,3,gbp,actual,,,,b",
            "prevention,re ablement,4,gbp,actual,,,,c");
        Assert.Equal(("reablement", "REABLEMENT", 9m), filed.Find(Normaliser.SavingsCategories)!.Breakdown.Select(
            part => (part.Subcategory, part.LabelAsFiled, part.Amount)).Single());
    }

    [Fact]
    public void A_long_label_is_cut_where_no_character_is_halved()
    {
        var filed = new FiledReturns().Savings(
            $"prevention,{new string('x', 47)}😀😀😀,2,gbp,actual", $"other,{new string('y', 50)},3,gbp,actual");
        Assert.Equal([new string('y', 50), $"{new string('x', 47)}😀…"],
            filed.Find(Normaliser.SavingsCategories)!.Breakdown.Select(part => part.LabelAsFiled));
    }

    /// <summary>Emoji take twelve characters each as JSON writes them, which is the most that a character can take.</summary>
    [Fact]
    public void Whatever_is_written_in_the_rows_the_stored_figure_fits_a_property()
    {
        var taxonomy = ReferenceData.Current.Taxonomy;
        const string amount = "999999999999.999999";
        var own = taxonomy.Categories.SelectMany(
            category => Enumerable.Range(0, 12).Select(n => $"{category.Code},{Emoji(n)},{amount},gbp,actual,,,,{n}"));
        var known = taxonomy.Subcategories.Select(entry => $"{entry.Category},{entry.Code}{new string('-', 60)},{amount},gbp,actual");
        var filed = new FiledReturns().Savings([.. own, .. known]);
        var figure = filed.Find(Normaliser.SavingsCategories)!;

        Assert.Equal(4 * (CategoryBreakdown.MostOwnLabels + 1) + taxonomy.Subcategories.Count, figure.Breakdown.Count);
        Assert.InRange(ObservationJson.Write(figure).Length, 15_000, LongestProperty);
        Assert.All(filed.Observe(), observation => Assert.InRange(ObservationJson.Write(observation).Length, 1, LongestProperty));
    }

    /// <summary>Letters that JSON escapes, told apart within the length that is kept.</summary>
    private static string Emoji(int number) => $"{(char)('a' + number)}{string.Concat(Enumerable.Repeat("😀", 30))}";
}
