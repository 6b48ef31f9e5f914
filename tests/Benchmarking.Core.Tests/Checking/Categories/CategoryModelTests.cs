using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking.Categories;

public sealed class CategoryModelTests
{
    private static CategoryModel Model => CategoryModel.Current;

    [Fact]
    public void A_doubt_names_the_category_meant_and_the_words_that_decided()
    {
        var finding = Assert.Single(TestReturn.Savings.Row("category=other; description=Expansion of the reablement service")
            .Check().Findings);
        Assert.Equal((Severity.Notice, "prevention"), (finding.Severity, finding.Expected));
        Assert.Contains("reablement", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reduced use of agency staff", "prevention", "staff, agency, reduced")]
    [InlineData("Home care tender", "managing-demand", "tender, care")]
    [InlineData("Meals on wheels contract", "reducing-bureaucracy", "meals, wheels")]
    [InlineData("Telecare and assistive technology", "other", "telecare, assistive, technology")]
    [InlineData("Step-down accommodation after discharge", "prevention", "discharge, down, step")]
    public void The_words_that_decided_are_those_a_person_would_point_at(string text, string filed, string words) =>
        Assert.Equal(words, string.Join(", ", Model.SuggestFor(text, filed)!.Words));

    [Fact]
    public void Nothing_decides_where_the_category_filed_is_the_likeliest() =>
        Assert.Empty(Model.SuggestFor("Expansion of the reablement service", "prevention")!.Words);

    [Fact]
    public void What_a_description_says_is_what_the_pipeline_says_of_the_whole_text()
    {
        using var stream = File.OpenRead(ShippedModelTests.Shipped);
        var pipeline = CategoryPipeline.Load(stream);
        var held = CategoryCheckPage.Model.HeldOut.Where(judged => judged.Suggestion is not null).ToArray();
        Assert.All(held.Zip(pipeline.Probabilities(held.Select(judged => WholeText.Tokens(judged.Phrase)))), pair => Assert.Equal(
            pair.First.Suggestion!.Confidence,
            pipeline.Labels.Zip(pair.Second).GroupBy(share => share.First.Split('/')[0])
                .Max(category => category.Sum(share => (double)share.Second)), 0.0002));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("the of and")]
    [InlineData("zzz qqq")]
    [InlineData("2012-13 1,250,000")]
    [InlineData("\U0001F600\U0001F468‍\U0001F469‍\U0001F467")]
    [InlineData("Реабилитация на дому")]
    [InlineData("居家照顾服务")]
    public void Nothing_is_made_of_texts_without_a_known_word(string text) => Assert.Null(Model.SuggestFor(text));

    [Theory]
    [InlineData("Gwasanaeth ailalluogi gartref i bobl hŷn")]
    [InlineData("Rehabilitacja w domu po pobycie w szpitalu")]
    [InlineData("Adeegga daryeelka guriga ee dadka waayeelka ah")]
    public void Other_languages_leave_it_silent(string text) =>
        Assert.False(Model.SuggestFor(text) is { Confidence: >= CategoryModel.LeastConfidence });

    [Theory]
    [InlineData("REABLEMENT SERVICE")]
    [InlineData("Reablement — service…")]
    [InlineData("Reablement \U0001F600 service")]
    [InlineData("  reablement\u00A0service\r\n")]
    [InlineData("Re-ablement service")]
    [InlineData("Reablement service 2012")]
    public void Signs_spaces_and_capitals_make_no_difference(string text) =>
        Assert.Equal(Model.SuggestFor("Reablement service")!.Confidence, Model.SuggestFor(text)!.Confidence);

    [Fact]
    public void An_accent_in_either_form_does_no_more_than_cut_a_word() =>
        Assert.All(new[] { "Réablement service", "Réablement service".Normalize(System.Text.NormalizationForm.FormD) }, text =>
            Assert.Equal("prevention", Model.SuggestFor(text)!.Category));

    [Fact]
    public void Of_a_very_long_description_the_beginning_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("Transfer of residential homes to a private provider. ", 600));
        Assert.True(text.Length > 30_000);
        Assert.Equal(Model.SuggestFor(text[..500])!.Confidence, Model.SuggestFor(text)!.Confidence);
    }

    [Fact]
    public void A_description_is_judged_the_same_alone_and_among_thousands_of_others()
    {
        var held = CategoryCheckPage.Model.HeldOut.Select(judged => new DescribedSaving(judged.Phrase, "other")).ToArray();
        var others = Enumerable.Range(0, 25_000).Select(i => new DescribedSaving($"word{Letters(i)} home {Letters(i * 7)}", "prevention"))
            .ToArray();
        var together = Model.Suggest([.. others, .. held, .. held]);
        Assert.Equal(held.Distinct().Count() + others.Length, together.Count);
        Assert.All(held, saving => Assert.Equal(Said(Model.Suggest([saving])[saving]), Said(together[saving])));
    }

    [Fact]
    public async Task Returns_that_are_checked_at_once_do_not_disturb_each_other()
    {
        var held = CategoryCheckPage.Model.HeldOut;
        var answers = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(() => Model.SuggestForAll([.. held.Select(judged => judged.Phrase)]))));
        Assert.All(answers, answer => Assert.Equal(held.Select(judged => Said(judged.Suggestion)), answer.Select(Said)));
    }

    [Fact]
    public void No_description_in_the_sample_returns_is_doubted()
    {
        var doubted = SampleReturns.All.SelectMany(file => file.Rows)
            .Where(row => row["description"].Length > 0 && row["category"] != "total")
            .Select(row => (Filed: row["category"], Text: row["description"], Said: Model.SuggestFor(row["description"], row["category"])))
            .Where(row => row.Said is { Confidence: >= CategoryModel.LeastConfidence } said && said.Category != row.Filed)
            .Select(row => $"{row.Text}: {row.Said!.Category}").Distinct();
        Assert.Empty(doubted);
    }

    private static (string?, double?, string) Said(CategorySuggestion? said) =>
        (said?.Subcategory, said?.Confidence, string.Join(' ', said?.Words ?? []));

    private static string Letters(int number) => new([.. $"{number:00000}".Select(digit => (char)('a' + digit - '0'))]);
}
