using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;
using Microsoft.ML;

namespace Benchmarking.Core.Tests.Checking.Categories;

/// <summary>A way to learn from phrases and then to judge texts, one suggestion each, and the confidence below which it is
/// silent.</summary>
internal sealed record Contender(
    string Name, double Threshold, Func<IEnumerable<CategoryPhrase>, Func<IReadOnlyList<string>, IReadOnlyList<CategorySuggestion?>>> Learn)
{
    private static readonly SavingsTaxonomy Taxonomy = ReferenceData.Current.Taxonomy;

    public static Contender Pipeline { get; } = new(
        "ML.NET", CategoryModel.LeastConfidence,
        phrases => new CategoryModel(CategoryPipeline.Train(CategoryModel.Texts(Taxonomy, phrases))).SuggestForAll);

    public static Contender Bayes { get; } = new("naive Bayes", NaiveBayes.LeastConfidence, phrases =>
    {
        var model = new NaiveBayes(Taxonomy, phrases);
        return texts => [.. texts.Select(model.Suggest)];
    });

    /// <summary>The other linear trainers of ML.NET on the same tokens, on one thread, not shuffled.</summary>
    public static IReadOnlyList<Contender> Others { get; } =
    [
        With("SDCA maximum entropy", context => context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new() { L2Regularization = 1e-4f, MaximumNumberOfIterations = 100, NumberOfThreads = 1, Shuffle = false })),
        With("SDCA, not calibrated", context => context.MulticlassClassification.Trainers.SdcaNonCalibrated(
            new() { L2Regularization = 1e-4f, MaximumNumberOfIterations = 100, NumberOfThreads = 1, Shuffle = false })),
        With("averaged perceptron, one against all", context => context.MulticlassClassification.Trainers.OneVersusAll(
            context.BinaryClassification.Trainers.AveragedPerceptron(new() { NumberOfIterations = 10, Shuffle = false }))),
    ];

    private static Contender With<T>(string name, Func<MLContext, IEstimator<T>> trainer)
        where T : class, ITransformer =>
        new(name, 0, phrases =>
        {
            var context = CategoryPipeline.Seeded();
            var pipeline = CategoryPipeline.Train(context, CategoryModel.Texts(Taxonomy, phrases), trainer(context));
            return texts => [.. pipeline.Probabilities(texts.Select(WholeText.Tokens))
                .Select(scores => Likeliest(pipeline.Labels, Shares(scores)))];
        });

    /// <summary>Scores that are no probabilities are made some, in the order that they have.</summary>
    private static double[] Shares(float[] scores) =>
        scores.Min() >= 0 && Math.Abs(scores.Sum() - 1) < 0.01
            ? [.. scores.Select(score => (double)score)]
            : [.. scores.Select(score => Math.Exp(score - scores.Max()) / scores.Sum(other => Math.Exp(other - scores.Max())))];

    private static CategorySuggestion Likeliest(IReadOnlyList<string> labels, double[] shares)
    {
        var (category, share) = labels.Zip(shares).GroupBy(pair => pair.First.Split('/')[0])
            .Select(group => (group.Key, group.Sum(pair => pair.Second))).MaxBy(pair => pair.Item2);
        return new CategorySuggestion(category, "", share, []);
    }
}
