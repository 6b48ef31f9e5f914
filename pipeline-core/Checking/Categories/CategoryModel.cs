using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>What a saving is said to be, and the code of the category that it is filed under where there is one.</summary>
internal sealed record DescribedSaving(string Text, string? Category);

/// <summary>Which category and subcategory a description speaks of, how surely (0 to 1, four places), and the words that decided.</summary>
internal sealed record CategorySuggestion(string Category, string Subcategory, double Confidence, IReadOnlyList<string> Words)
{
    /// <summary>The words in one text.</summary>
    public string DecidedBy { get; } = string.Join(", ", Words);
}

/// <summary>Judges descriptions by a linear model over the subcategories of Annex A. In a linear model a text's log-odds are the sum of
/// its words', so each different word of a return is scored once, and a description adds up what its words say. A category's
/// probability is the sum of its subcategories'.</summary>
internal sealed class CategoryModel
{
    /// <summary>Below this nothing is suggested: docs/methods/category-check.md says how it was chosen.</summary>
    public const double LeastConfidence = 0.6;

    private const string File = "category-model.zip";
    private const int MostWords = 3;
    private const int Places = 4;

    // Descriptions whose new words are scored in one batch.
    private const int AtOnce = 1_000;

    private static readonly Lazy<CategoryModel> Shipped = new(() =>
    {
        using var stream = EmbeddedData.Open(File);
        return new CategoryModel(CategoryPipeline.Load(stream));
    });

    private readonly CategoryPipeline pipeline;
    private readonly (string Category, string Subcategory)[] classes;
    private readonly string[] categories;
    private readonly int[] categoryOf;
    private readonly double[] prior;

    public CategoryModel(CategoryPipeline pipeline)
    {
        this.pipeline = pipeline;
        classes = [.. pipeline.Labels.Select(label => label.Split('/')).Select(parts => (parts[0], parts[1]))];
        categories = [.. classes.Select(entry => entry.Category).Distinct()];
        categoryOf = [.. classes.Select(entry => Array.IndexOf(categories, entry.Category))];
        prior = [.. pipeline.Probabilities([""]).Single().Select(share => Math.Log(share))];
    }

    /// <summary>The model that ships, trained from the reference data; read when first needed.</summary>
    public static CategoryModel Current => Shipped.Value;

    /// <summary>What the model learns from: the labels of Annex A and the reference phrases.</summary>
    public static IEnumerable<LabelledText> Texts(SavingsTaxonomy taxonomy, IEnumerable<CategoryPhrase> phrases) =>
        taxonomy.Subcategories.Select(entry => Labelled(entry.Category, entry.Code, entry.Label))
            .Concat(phrases.Select(phrase => Labelled(phrase.Category, phrase.Subcategory, phrase.Phrase)));

    /// <summary>The likeliest category of each different saving, however unsure; null where no word of it is known. The words are those
    /// that tell it from the category filed, or from what is second likeliest where none is; none where it is the one filed.</summary>
    public IReadOnlyDictionary<DescribedSaving, CategorySuggestion?> Suggest(IEnumerable<DescribedSaving> savings)
    {
        DescribedSaving[] each = [.. savings.Distinct()];
        return each.Zip(SuggestEach(each)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The same for each saving in turn. What differs in numbers alone has the same words, and is judged once.</summary>
    public IEnumerable<CategorySuggestion?> SuggestEach(IEnumerable<DescribedSaving> savings)
    {
        var odds = new WordOdds(pipeline, prior);
        foreach (var some in savings.Chunk(AtOnce))
        {
            var judged = new Dictionary<(HeardWord[] Words, string? Category), CategorySuggestion?>(new SameWords());
            foreach (var (saving, words) in some.Zip(odds.Of(some.Select(saving => saving.Text))))
            {
                if (!judged.TryGetValue((words, saving.Category), out var suggestion))
                {
                    judged[(words, saving.Category)] = suggestion = Suggest(words, saving.Category);
                }

                yield return suggestion;
            }
        }
    }

    private static LabelledText Labelled(string category, string subcategory, string phrase) =>
        new($"{category}/{subcategory}", string.Join(' ', PhraseWords.Of(phrase).SelectMany(PhraseWords.Tokens)));

    private CategorySuggestion? Suggest(HeardWord[] words, string? filed)
    {
        if (Array.TrueForAll(words, word => word.Odds is null))
        {
            return null;
        }

        var shares = Shares(words);
        var sums = new double[categories.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            sums[categoryOf[i]] += shares[i];
        }

        var best = Largest(sums, _ => true);
        var rival = Array.IndexOf(categories, filed) is >= 0 and var at ? at : Largest(sums, i => i != best);
        var subcategory = Largest(shares, i => categoryOf[i] == best);
        return new CategorySuggestion(
            categories[best], classes[subcategory].Subcategory, Math.Round(sums[best], Places),
            rival == best ? [] : Deciding(words, subcategory, Largest(shares, i => categoryOf[i] == rival)));
    }

    /// <summary>The probability of each class.</summary>
    private double[] Shares(HeardWord[] words)
    {
        var odds = prior.ToArray();
        foreach (var word in words)
        {
            var said = word.Odds ?? [];
            for (var i = 0; i < said.Length; i++)
            {
                odds[i] += said[i];
            }
        }

        var (largest, whole) = (odds.Max(), 0.0);
        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] = Math.Exp(odds[i] - largest);
            whole += odds[i];
        }

        for (var i = 0; i < odds.Length; i++)
        {
            odds[i] /= whole;
        }

        return odds;
    }

    private static int Largest(double[] values, Func<int, bool> counts)
    {
        var largest = -1;
        for (var i = 0; i < values.Length; i++)
        {
            if (counts(i) && (largest < 0 || values[i] > values[largest]))
            {
                largest = i;
            }
        }

        return largest;
    }

    private static string[] Deciding(HeardWord[] words, int best, int other) =>
    [
        .. words.Where(word => word.Odds is not null)
            .GroupBy(word => word.Written, (written, all) =>
                (Written: written, Weight: all.Sum(word => word.Odds![best] - word.Odds[other])))
            .Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).Take(MostWords).Select(word => word.Written),
    ];

    /// <summary>Words of one return are the same where they are the same objects.</summary>
    private sealed class SameWords : IEqualityComparer<(HeardWord[] Words, string? Category)>
    {
        public bool Equals((HeardWord[] Words, string? Category) x, (HeardWord[] Words, string? Category) y) =>
            x.Category == y.Category && x.Words.AsSpan().SequenceEqual(y.Words);

        public int GetHashCode((HeardWord[] Words, string? Category) obj)
        {
            var hash = new HashCode();
            foreach (var word in obj.Words)
            {
                hash.Add(word);
            }

            return hash.ToHashCode();
        }
    }
}
