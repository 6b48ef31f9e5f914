using System.Collections.Frozen;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>A class of the model and a text that stands for it: tokens (<see cref="PhraseWords.Tokens"/>) with spaces between.</summary>
internal sealed record LabelledText(string Label, string Text);

/// <summary>The ML.NET side of the category check: a bag of tokens, counted, and multinomial logistic regression (maximum entropy) fitted
/// by L-BFGS with an L2 penalty. Seeded, on one thread, without files: the same texts in the same order give the same weights on the same
/// processor. Processors with other vector units add in another order and part by up to a thousandth, so the fitted model ships.</summary>
internal sealed class CategoryPipeline
{
    private const string Features = "Features";
    private const string Label = "Label";
    private const string Score = "Score";

    private readonly MLContext context;
    private readonly ITransformer model;

    private CategoryPipeline(MLContext context, ITransformer model)
    {
        (this.context, this.model) = (context, model);
        var schema = model.GetOutputSchema(View(context, []).Schema);
        (Labels, Tokens) = ([.. SlotNames(schema[Score])], SlotNames(schema[Features]).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The classes, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The tokens that were learnt; of others it hears nothing.</summary>
    public FrozenSet<string> Tokens { get; }

    public static CategoryPipeline Train(IEnumerable<LabelledText> texts)
    {
        var context = Seeded();
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = 0.1f,
            OptimizationTolerance = 1e-7f,
            MaximumNumberOfIterations = 500,
            NumberOfThreads = 1,
        });
        return Train(context, texts, trainer);
    }

    /// <summary>The same tokens with another trainer, to compare them.</summary>
    public static CategoryPipeline Train<T>(MLContext context, IEnumerable<LabelledText> texts, IEstimator<T> trainer)
        where T : class, ITransformer
    {
        var data = context.Data.LoadFromEnumerable(texts.Select(text => new Row { Text = text.Text, Label = text.Label }));
        var labelled = context.Transforms.Conversion.MapValueToKey(Label).Fit(data).Transform(data);
        var bag = context.Transforms.Text.ProduceWordBags(Features, nameof(Row.Text), ngramLength: 1, useAllLengths: false);
        return new CategoryPipeline(context, bag.Append(trainer).Fit(labelled));
    }

    public static CategoryPipeline Load(Stream stream)
    {
        var context = Seeded();
        return new CategoryPipeline(context, context.Model.Load(stream, out _));
    }

    public void Save(Stream stream) => context.Model.Save(model, View(context, []).Schema, stream);

    /// <summary>The probability of each class, one row for each text, in one batch.</summary>
    public IEnumerable<float[]> Probabilities(IEnumerable<string> texts) =>
        context.Data.CreateEnumerable<Scored>(model.Transform(View(context, texts)), reuseRowObject: false).Select(row => row.Score);

    public static MLContext Seeded() => new(seed: 1);

    private static IEnumerable<string> SlotNames(DataViewSchema.Column column)
    {
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        column.GetSlotNames(ref names);
        return names.DenseValues().Select(name => name.ToString());
    }

    private static IDataView View(MLContext context, IEnumerable<string> texts) =>
        context.Data.LoadFromEnumerable(texts.Select(text => new Unlabelled { Text = text }));

    private sealed class Unlabelled
    {
        public string Text { get; init; } = "";
    }

    private sealed class Row
    {
        public string Text { get; init; } = "";

        public string Label { get; init; } = "";
    }

    private sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}
