using System.Runtime.Intrinsics.X86;
using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking.Categories;

public sealed class CategoryCheckPageTests
{
    private const string Lever = "REFRESH_DOCS";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "methods", "category-check.md");

    [Fact]
    public void The_page_on_the_category_check_equals_what_the_models_do()
    {
        Assert.SkipUnless(Avx2.IsSupported, "Models trained for the page part in the third digit on a processor without AVX2.");
        var written = CategoryCheckPage.Write();
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, written);
        }

        Assert.True(File.ReadAllText(Page) == written, $"docs/methods/category-check.md is old: run the tests once with {Lever}=1.");
        Assert.DoesNotContain("To be discussed", written, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_of_phrases_held_out_is_right_nineteen_times_in_twenty()
    {
        var said = CategoryCheckPage.Model.HeldOut.Where(judged => judged.IsSaid(CategoryModel.LeastConfidence)).ToArray();
        Assert.InRange(said.Count(judged => judged.IsRight) / (double)said.Length, 0.95, 1);
        Assert.InRange(said.Length / (double)CategoryCheckPage.Model.HeldOut.Count, 0.6, 1);
    }

    [Fact]
    public void Crossed_it_is_right_nine_times_in_ten_and_more_often_than_naive_Bayes()
    {
        var (model, bayes) = (Crossed(CategoryCheckPage.Model), Crossed(CategoryCheckPage.Bayes));
        Assert.InRange(model.Right / (double)model.Said, 0.9, 1);
        Assert.True(model.Right > bayes.Right && model.Said - model.Right < bayes.Said - bayes.Right, $"{model} {bayes}");
    }

    [Fact]
    public void No_phrase_that_judges_was_learnt() =>
        Assert.Empty(CategoryCheckPage.Model.HeldOut.Concat(CategoryCheckPage.Model.OfNoCategory)
            .Select(judged => Codes.Fold(judged.Phrase))
            .Intersect(ReferenceData.Current.CategoryPhrases.Select(phrase => Codes.Fold(phrase.Phrase))));

    [Fact]
    public void No_phrase_that_chose_the_threshold_was_held_out() =>
        Assert.Empty(CategoryCheckPage.Model.HeldOut.Select(judged => Codes.Fold(judged.Phrase))
            .Intersect(CategoryCheckPage.Model.OfNoCategory.Select(judged => Codes.Fold(judged.Phrase))));

    private static (int Said, int Right) Crossed(Judgements judgements)
    {
        Judged[] said = [.. judgements.Crossings.SelectMany(judged => judged)
            .Where(judged => judged.IsSaid(judgements.Contender.Threshold))];
        return (said.Length, said.Count(judged => judged.IsRight));
    }
}
