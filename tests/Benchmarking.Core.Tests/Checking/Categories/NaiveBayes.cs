using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Checking.Categories;

/// <summary>What the category check was before ML.NET: multinomial naive Bayes over the same phrases, of words, pairs of neighbours and
/// runs of four letters (a quarter of a word's weight), smoothing 0.1, the evidence at half. It is here to be compared with, and nowhere
/// else.</summary>
internal sealed class NaiveBayes
{
    public const double LeastConfidence = 0.7;

    private const double Smoothing = 0.1;
    private const double Evidence = 0.5;
    private const double RunWeight = 0.25;

    private readonly (string Category, string Subcategory)[] classes;
    private readonly double[] priors;
    private readonly Dictionary<string, double[]> logs = new(StringComparer.Ordinal);

    public NaiveBayes(SavingsTaxonomy taxonomy, IEnumerable<CategoryPhrase> learnt)
    {
        classes = [.. taxonomy.Subcategories.Select(entry => (entry.Category, entry.Code))];
        var phrases = taxonomy.Subcategories.Select(entry => (Subcategory: entry.Code, Phrase: entry.Label))
            .Concat(learnt.Select(entry => (entry.Subcategory, entry.Phrase))).ToLookup(entry => entry.Subcategory, entry => entry.Phrase);
        priors = [.. classes.Select(entry => Math.Log(phrases[entry.Subcategory].Count() / (double)phrases.Sum(group => group.Count())))];
        for (var i = 0; i < classes.Length; i++)
        {
            foreach (var (feature, weight) in phrases[classes[i].Subcategory].SelectMany(Features))
            {
                logs.TryAdd(feature, new double[classes.Length]);
                logs[feature][i] += weight;
            }
        }

        var totals = Enumerable.Range(0, classes.Length).Select(i => logs.Values.Sum(counts => counts[i])).ToArray();
        foreach (var counts in logs.Values)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = Math.Log((counts[i] + Smoothing) / (totals[i] + (Smoothing * logs.Count)));
            }
        }
    }

    public CategorySuggestion? Suggest(string text)
    {
        var known = Features(text).Where(feature => logs.ContainsKey(feature.Name)).ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        var sums = priors.Select((prior, i) => prior + (Evidence * known.Sum(feature => feature.Weight * logs[feature.Name][i]))).ToArray();
        var shares = sums.Select(sum => Math.Exp(sum - sums.Max())).ToArray();
        var (category, share) = classes.Zip(shares).GroupBy(pair => pair.First.Category)
            .Select(group => (group.Key, Share: group.Sum(pair => pair.Second))).MaxBy(pair => pair.Share);
        var best = classes.Zip(shares).Where(pair => pair.First.Category == category).MaxBy(pair => pair.Second).First;
        return new CategorySuggestion(category, best.Subcategory, share / shares.Sum(), []);
    }

    private static IEnumerable<(string Name, double Weight)> Features(string text)
    {
        var stems = PhraseWords.Of(text).Select(PhraseWords.Stem).ToArray();
        return stems.Select(stem => ($"word {stem}", 1.0))
            .Concat(stems.Zip(stems.Skip(1), (before, stem) => ($"pair {before} {stem}", 1.0)))
            .Concat(stems.SelectMany(stem => Runs($"^{stem}$")).Select(run => ($"run {run}", RunWeight)));
    }

    private static IEnumerable<string> Runs(string marked) =>
        Enumerable.Range(0, Math.Max(0, marked.Length - 3)).Select(start => marked.Substring(start, 4));
}
