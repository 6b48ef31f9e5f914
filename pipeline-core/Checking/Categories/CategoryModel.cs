using System.Runtime.CompilerServices;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>Which category and subcategory a description speaks of, how surely (0 to 1), and the words that decided.</summary>
public sealed record CategorySuggestion(string Category, string Subcategory, double Confidence, IReadOnlyList<string> Words);

/// <summary>Multinomial naive Bayes over the subcategories of Annex A, learnt from its labels and the reference phrases: no chance, no
/// state, the same model from the same data. A category's probability is the sum of its subcategories'. The evidence counts for half,
/// because neighbouring runs of letters are not independent of each other.</summary>
public sealed class CategoryModel
{
    /// <summary>Below this nothing is suggested.</summary>
    public const double LeastConfidence = 0.7;

    private const double Smoothing = 0.1;
    private const double Evidence = 0.5;
    private const int MostWords = 3;

    private static readonly ConditionalWeakTable<ReferenceData, CategoryModel> Models = [];

    private readonly (string Category, string Subcategory)[] classes;
    private readonly double[] priors;
    private readonly Dictionary<string, double[]> logs = new(StringComparer.Ordinal);

    private CategoryModel(ReferenceData reference)
    {
        var phrases = reference.Taxonomy.Subcategories.Select(entry => (entry.Category, Subcategory: entry.Code, Phrase: entry.Label))
            .Concat(reference.CategoryPhrases.Select(entry => (entry.Category, entry.Subcategory, entry.Phrase))).ToArray();
        classes = [.. reference.Taxonomy.Subcategories.Select(entry => (entry.Category, entry.Code))];
        priors = [.. classes.Select(entry => Math.Log(phrases.Count(phrase => phrase.Subcategory == entry.Subcategory) / (double)phrases.Length))];
        for (var i = 0; i < classes.Length; i++)
        {
            foreach (var phrase in phrases.Where(phrase => phrase.Subcategory == classes[i].Subcategory))
            {
                Count(phrase.Phrase, i);
            }
        }

        TakeLogs();
    }

    /// <summary>The model of some reference data, built once.</summary>
    public static CategoryModel For(ReferenceData reference) => Models.GetValue(reference, data => new CategoryModel(data));

    /// <summary>The likeliest category of a text, however unsure; null where no word of it is known. The words are those that tell it
    /// from <paramref name="rival"/>, or from what is second likeliest.</summary>
    public CategorySuggestion? Suggest(string text, string? rival = null)
    {
        var words = PhraseWords.Of(text);
        var scores = words.Select((_, index) => Score(words, index)).ToArray();
        if (scores.All(score => score is null))
        {
            return null;
        }

        var shares = Shares(scores);
        var ranked = classes.Select((entry, i) => (entry.Category, Share: shares[i])).GroupBy(pair => pair.Category)
            .Select(group => (Category: group.Key, Share: group.Sum(pair => pair.Share))).OrderByDescending(pair => pair.Share).ToArray();
        var best = Likeliest(ranked[0].Category, shares);
        var other = Likeliest(rival is null || rival == ranked[0].Category ? ranked[1].Category : rival, shares);
        return new CategorySuggestion(ranked[0].Category, classes[best].Subcategory, ranked[0].Share, Deciding(words, scores, best, other));
    }

    private int Likeliest(string category, double[] shares) =>
        Enumerable.Range(0, classes.Length).Where(i => classes[i].Category == category).MaxBy(i => shares[i]);

    private static string[] Deciding(IReadOnlyList<(string Written, string Stem)> words, double[]?[] scores, int best, int other) =>
    [
        .. words.Zip(scores, (word, score) => (word.Written, Weight: score is null ? 0 : score[best] - score[other]))
            .Where(pair => pair.Weight > 0)
            .OrderByDescending(pair => pair.Weight).DistinctBy(pair => pair.Written).Take(MostWords).Select(pair => pair.Written),
    ];

    private double[] Shares(double[]?[] scores)
    {
        var sums = priors.Select((prior, i) => prior + (Evidence * scores.Sum(score => score?[i] ?? 0))).ToArray();
        var largest = sums.Max();
        var weights = sums.Select(sum => Math.Exp(sum - largest)).ToArray();
        var whole = weights.Sum();
        return [.. weights.Select(weight => weight / whole)];
    }

    /// <summary>What one word says for each class; null where nothing of it is known.</summary>
    private double[]? Score(IReadOnlyList<(string Written, string Stem)> words, int index)
    {
        double[]? score = null;
        foreach (var (feature, weight) in PhraseWords.Features(words, index))
        {
            if (logs.TryGetValue(feature, out var log))
            {
                score ??= new double[classes.Length];
                for (var i = 0; i < score.Length; i++)
                {
                    score[i] += weight * log[i];
                }
            }
        }

        return score;
    }

    private void Count(string phrase, int at)
    {
        var words = PhraseWords.Of(phrase);
        foreach (var (feature, weight) in Enumerable.Range(0, words.Count).SelectMany(index => PhraseWords.Features(words, index)))
        {
            if (!logs.TryGetValue(feature, out var counts))
            {
                logs[feature] = counts = new double[classes.Length];
            }

            counts[at] += weight;
        }
    }

    private void TakeLogs()
    {
        var totals = Enumerable.Range(0, classes.Length).Select(i => logs.Values.Sum(counts => counts[i])).ToArray();
        foreach (var counts in logs.Values)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = Math.Log((counts[i] + Smoothing) / (totals[i] + (Smoothing * logs.Count)));
            }
        }
    }
}
