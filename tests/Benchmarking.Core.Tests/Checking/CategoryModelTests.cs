using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class CategoryModelTests
{
    private const string Lever = "REFRESH_DOCS";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "methods", "category-check.md");

    private static CategoryModel Model => CategoryModel.For(ReferenceData.Current);

    [Fact]
    public void The_page_on_the_category_check_equals_what_the_model_does()
    {
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, CategoryCheckPage.Write());
        }

        Assert.True(File.ReadAllText(Page) == CategoryCheckPage.Write(), $"docs/methods/category-check.md is old: run the tests once with {Lever}=1.");
        Assert.DoesNotContain("To be discussed", CategoryCheckPage.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_of_phrases_held_out_is_right_nineteen_times_in_twenty()
    {
        var said = CategoryCheckPage.HeldOut.Where(judged => judged.IsSaid).ToArray();
        Assert.InRange(said.Count(judged => judged.IsRight) / (double)said.Length, 0.95, 1);
        Assert.InRange(said.Length / (double)CategoryCheckPage.HeldOut.Count, 0.6, 1);
    }

    [Fact]
    public void No_phrase_held_out_was_learnt() =>
        Assert.Empty(CategoryCheckPage.HeldOut.Select(judged => Codes.Fold(judged.Phrase))
            .Intersect(ReferenceData.Current.CategoryPhrases.Select(phrase => Codes.Fold(phrase.Phrase))));

    [Fact]
    public void Every_phrase_learnt_stands_for_a_subcategory_of_its_category_and_names_its_source() =>
        Assert.All(ReferenceData.Current.CategoryPhrases, phrase =>
        {
            Assert.NotNull(ReferenceData.Current.Taxonomy.FindSubcategory(phrase.Category, phrase.Subcategory));
            Assert.NotEmpty(phrase.Source);
        });

    [Fact]
    public void The_same_reference_data_makes_the_same_model()
    {
        var anew = CategoryModel.For(ReferenceData.Load());
        Assert.NotSame(Model, anew);
        Assert.All(CategoryCheckPage.HeldOut, judged => Assert.Equal(judged.Suggestion?.Confidence, anew.Suggest(judged.Phrase)?.Confidence));
    }

    [Fact]
    public void A_doubt_names_the_category_meant_and_the_words_that_decided()
    {
        var finding = Assert.Single(TestReturn.Savings.Row("category=other; description=Expansion of the reablement service").Check().Findings);
        Assert.Equal((Severity.Notice, "prevention"), (finding.Severity, finding.Expected));
        Assert.Contains("reablement", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("the of and")]
    [InlineData("zzz qqq")]
    public void Nothing_is_made_of_words_that_are_not_known(string text) => Assert.Null(Model.Suggest(text));

    [Fact]
    public void No_description_in_the_sample_returns_is_doubted()
    {
        var doubted = SampleReturns.All.SelectMany(file => file.Rows)
            .Where(row => row["description"].Length > 0 && row["category"] != "total")
            .Select(row => (Filed: row["category"], Text: row["description"], Said: Model.Suggest(row["description"], row["category"])))
            .Where(row => row.Said is { Confidence: >= CategoryModel.LeastConfidence } said && said.Category != row.Filed)
            .Select(row => $"{row.Text}: {row.Said!.Category}").Distinct();
        Assert.Empty(doubted);
    }
}
