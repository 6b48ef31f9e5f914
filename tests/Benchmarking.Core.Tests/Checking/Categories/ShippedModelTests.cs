using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Checking.Categories;

public sealed class ShippedModelTests
{
    private const string Lever = "REFRESH_DOCS";

    public static readonly string Shipped = Path.Combine(Repository.Root, "pipeline-core", "Reference", "Data", "category-model.zip");

    private static readonly LabelledText[] Texts =
        [.. CategoryModel.Texts(ReferenceData.Current.Taxonomy, ReferenceData.Current.CategoryPhrases)];

    /// <summary>Processors that add in another order part by a thousandth; a phrase more or less moves something by much more.</summary>
    [Fact]
    public void The_model_that_ships_is_what_training_on_the_reference_data_gives()
    {
        var trained = CategoryPipeline.Train(Texts);
        if (Environment.GetEnvironmentVariable(Lever) == "1" && !(File.Exists(Shipped) && Differ(trained, Read()) <= 0.005))
        {
            using var file = File.Create(Shipped);
            trained.Save(file);
        }

        Assert.True(Differ(trained, Read()) <= 0.005,
            $"category-model.zip is old: run the tests once with {Lever}=1, then build and run them again.");
        Assert.True(Differ(CategoryPipeline.Train(Texts.SkipLast(1)), Read()) > 0.005, "A phrase less would go unnoticed.");
    }

    [Fact]
    public void Training_twice_gives_the_same_probabilities_bit_for_bit() =>
        Assert.Equal(Probabilities(CategoryPipeline.Train(Texts)), Probabilities(CategoryPipeline.Train(Texts)));

    [Fact]
    public void The_order_of_the_phrases_is_of_no_account()
    {
        var (shipped, turned) = (new CategoryModel(Read()), new CategoryModel(CategoryPipeline.Train(Texts.Reverse())));
        Assert.All(CategoryCheckPage.Model.HeldOut, judged =>
        {
            var (one, other) = (shipped.SuggestFor(judged.Phrase), turned.SuggestFor(judged.Phrase));
            Assert.Equal(one?.Category, other?.Category);
            Assert.Equal(one?.Confidence ?? 0, other?.Confidence ?? 0, 0.01);
        });
    }

    [Fact]
    public void Every_phrase_learnt_stands_for_a_subcategory_of_its_category_and_names_its_source() =>
        Assert.All(ReferenceData.Current.CategoryPhrases, phrase =>
        {
            Assert.NotNull(ReferenceData.Current.Taxonomy.FindSubcategory(phrase.Category, phrase.Subcategory));
            Assert.NotEmpty(phrase.Source);
        });

    private static CategoryPipeline Read()
    {
        using var file = File.OpenRead(Shipped);
        return CategoryPipeline.Load(file);
    }

    private static double Differ(CategoryPipeline one, CategoryPipeline other) =>
        one.Labels.SequenceEqual(other.Labels) ? Probabilities(one).Zip(Probabilities(other), (a, b) => (double)Math.Abs(a - b)).Max() : 1;

    private static float[] Probabilities(CategoryPipeline pipeline) =>
        [.. pipeline.Probabilities(Texts.Select(text => text.Text)).SelectMany(shares => shares)];
}
