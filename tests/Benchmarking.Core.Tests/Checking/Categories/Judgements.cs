using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Checking.Categories;

/// <summary>A phrase that a model never saw, and what it makes of it. A phrase without a category should leave it silent.</summary>
internal sealed record Judged(string Category, string Subcategory, string Phrase, CategorySuggestion? Suggestion)
{
    public bool HasCategory => Category.Length > 0;

    public bool IsRight => HasCategory && Suggestion?.Category == Category;

    public bool IsSaid(double threshold) => Suggestion?.Confidence >= threshold;
}

/// <summary>What one contender makes of the phrases held out, of those that speak of no category, and of the phrases learnt from, crossed.
/// A contender that ships judges the first two as it ships, another is taught all phrases.</summary>
internal sealed class Judgements(Contender contender, Func<IReadOnlyList<string>, IReadOnlyList<CategorySuggestion?>>? shipped = null)
{
    private const int Folds = 10;
    private const int Shuffles = 5;

    private static readonly IReadOnlyList<CategoryPhrase> Phrases = ReferenceData.Current.CategoryPhrases;

    private readonly Lazy<Judged[]> heldOut = new(() => Judge(shipped ?? contender.Learn(Phrases), Read("held-out-phrases.csv")));
    private readonly Lazy<Judged[]> ofNoCategory = new(() =>
        Judge(shipped ?? contender.Learn(Phrases), Read("phrases-of-no-category.csv")));
    private readonly Lazy<Judged[][]> crossings = new(() => [.. Enumerable.Range(0, 1 + Shuffles).Select(seed => Cross(contender, seed))]);

    public Contender Contender => contender;

    /// <summary>Phrases of which the contender learnt none; some speak of no category.</summary>
    public IReadOnlyList<Judged> HeldOut => heldOut.Value;

    /// <summary>Phrases that speak of no category, by which the threshold was chosen.</summary>
    public IReadOnlyList<Judged> OfNoCategory => ofNoCategory.Value;

    /// <summary>Each tenth of the phrases judged by a model that learnt the other nine: first with every tenth phrase as they stand in
    /// the file, then five times with the phrases shuffled.</summary>
    public IReadOnlyList<IReadOnlyList<Judged>> Crossings => crossings.Value;

    /// <summary>The first crossing alone, for contenders of which no more is asked.</summary>
    public IReadOnlyList<Judged> FirstCrossing => crossings.IsValueCreated ? crossings.Value[0] : Cross(contender, 0);

    /// <summary>The phrases of a file; only the last column may hold commas, in quotes.</summary>
    private static IEnumerable<CategoryPhrase> Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Checking", "Categories", file));
        return lines.Skip(1).Select(line => lines[0] == "phrase" ? ["", "", line] : line.Split(',', 3))
            .Select(cells => new CategoryPhrase(cells[0], cells[1], cells[2].Trim('"'), ""));
    }

    private static Judged[] Cross(Contender contender, int seed)
    {
        int[] order = [.. Enumerable.Range(0, Phrases.Count)];
        if (seed > 0)
        {
            new Random(seed).Shuffle(order);
        }

        return [.. Enumerable.Range(0, Folds).SelectMany(fold => Judge(
            contender.Learn(Phrases.Where((_, i) => order[i] % Folds != fold)), Phrases.Where((_, i) => order[i] % Folds == fold)))];
    }

    private static Judged[] Judge(Func<IReadOnlyList<string>, IReadOnlyList<CategorySuggestion?>> judge, IEnumerable<CategoryPhrase> asked)
    {
        CategoryPhrase[] phrases = [.. asked];
        return [.. phrases.Zip(judge([.. phrases.Select(phrase => phrase.Phrase)]), (phrase, suggestion) =>
            new Judged(phrase.Category, phrase.Subcategory, phrase.Phrase, suggestion))];
    }
}
