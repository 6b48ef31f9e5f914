using System.Globalization;
using System.Text;
using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Checking;

/// <summary>A phrase that the model never saw, and what it makes of it. A phrase without a category should leave it silent.</summary>
internal sealed record Judged(string Category, string Subcategory, string Phrase, CategorySuggestion? Suggestion)
{
    public bool IsSaid => Suggestion is { Confidence: >= CategoryModel.LeastConfidence };

    public bool IsRight => Suggestion?.Category == Category;
}

/// <summary>Writes docs/methods/category-check.md from the model and the phrases held out.</summary>
internal static class CategoryCheckPage
{
    private const string Silent = "silent";
    private const int Folds = 10;

    /// <summary>What is to be said about each of the worst mistakes; the page cannot be written while one is missing.</summary>
    private static readonly Dictionary<string, string> Discussions = new(StringComparer.Ordinal)
    {
        ["Supplier rationalisation and contract review"] =
            "'Rationalisation' and 'review' were learnt with transport alone, and outweigh 'supplier' and 'contract', which several subcategories share. "
            + "Words that describe the kind of change rather than its object should count for less; more phrases that pair them with other objects would do it.",
        ["Signposting to the voluntary sector"] =
            "Annex A itself has the voluntary sector twice: diverting people from formal care (prevention) and engagement (other). "
            + "The words alone cannot tell them apart, and the doubt is the report's own.",
        ["Intensive therapy for six weeks after a fall"] =
            "None of the words of reablement is in it: whoever knows the service knows what six weeks of therapy are, the model does not. "
            + "It is unsure, as it should be, and says nothing.",
    };

    public static IReadOnlyList<Judged> HeldOut { get; } = [.. Read()];

    /// <summary>The phrases learnt from, each judged by a model that learnt without it and a tenth of the others.</summary>
    public static IReadOnlyList<Judged> Crossed { get; } = [.. Enumerable.Range(0, Folds).SelectMany(Fold)];

    /// <summary>The three mistakes that the model was surest of, whether it would have spoken or not.</summary>
    public static IReadOnlyList<Judged> Worst { get; } =
        [.. HeldOut.Where(judged => judged.Category.Length > 0 && !judged.IsRight).OrderByDescending(judged => judged.Suggestion?.Confidence ?? 0).Take(3)];

    public static string Write()
    {
        var page = new StringBuilder(Head());
        Table(page, "category", "phrases", "said", "right", "precision", "recall");
        foreach (var category in Categories)
        {
            Rates(page, category, HeldOut.Where(judged => judged.Category == category).ToArray(), HeldOut.Where(judged => judged.IsSaid && judged.Suggestion!.Category == category).ToArray());
        }

        Rates(page, "all", [.. HeldOut.Where(judged => judged.Category.Length > 0)], [.. HeldOut.Where(judged => judged.IsSaid)]);
        Confusion(page);
        Mistakes(page);
        return page.ToString();
    }

    private static IEnumerable<Judged> Fold(int fold)
    {
        var phrases = ReferenceData.Current.CategoryPhrases.Index().ToLookup(phrase => phrase.Index % Folds == fold, phrase => phrase.Item);
        var model = CategoryModel.For(ReferenceData.Current with { CategoryPhrases = [.. phrases[false]] });
        return phrases[true].Select(phrase => new Judged(phrase.Category, phrase.Subcategory, phrase.Phrase, model.Suggest(phrase.Phrase)));
    }

    private static string[] Categories => [.. ReferenceData.Current.Taxonomy.Categories.Select(category => category.Code)];

    private static string Head()
    {
        var of = HeldOut.Where(judged => judged.Category.Length > 0).ToArray();
        var sub = of.Count(judged => judged.IsSaid && judged.Suggestion!.Subcategory == judged.Subcategory);
        var none = HeldOut.Where(judged => judged.Category.Length == 0).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"""
            # The category check

            A saving whose description speaks of another category than it is filed under gets the notice `category-doubtful`: it names the category and
            subcategory meant and the words that decided, and changes nothing. This page is made by a test; `REFRESH_DOCS=1` makes it anew.

            **Model.** Multinomial naive Bayes over the {ReferenceData.Current.Taxonomy.Subcategories.Count} subcategories of Annex A. Features are words without their endings, pairs of neighbouring words and runs
            of four letters (a quarter of a word's weight each); smoothing is 0.1. The evidence counts for half, because the runs of a word are not independent.
            A category's probability is the sum of its subcategories'. Below {CategoryModel.LeastConfidence} the model is silent.

            **Learnt from** the labels of Annex A and {ReferenceData.Current.CategoryPhrases.Count} phrases in `category-phrases.csv`: own words for each subcategory, and savings that councils
            published, in short and with their source. It is built from these files when first needed, always the same.

            **Held out**: {of.Length} other phrases with a category and {none.Length} that speak of none (`held-out-phrases.csv` of the tests). They were written by the same hands as the
            others, which flatters the figures, and smoothing and threshold were chosen with them in sight: take the precision as an upper bound until officers' answers to the notice can be counted.

            **Crossed**: each tenth of the phrases learnt from, judged by a model that learnt the other nine, is the harsher test: about many a phrase nothing like it is left to learn from.

            ## Figures

            The model spoke about {of.Count(judged => judged.IsSaid)} of {of.Length} phrases and named the right category for {of.Count(judged => judged.IsSaid && judged.IsRight)} of them, the right subcategory for {sub}.
            Of the {none.Length} phrases without a category it stayed silent about {none.Count(judged => !judged.IsSaid)}. Were it never silent, it would be right about {of.Count(judged => judged.IsRight)} of {of.Length}.
            Crossed, it spoke about {Crossed.Count(judged => judged.IsSaid)} of {Crossed.Count} phrases, named the right category for {Crossed.Count(judged => judged.IsSaid && judged.IsRight)} of them ({Share(Crossed.Count(judged => judged.IsSaid && judged.IsRight), Crossed.Count(judged => judged.IsSaid))}), and would be right about {Crossed.Count(judged => judged.IsRight)} if never silent.


            """);
    }

    private static void Rates(StringBuilder page, string name, Judged[] phrases, Judged[] said)
    {
        var right = said.Count(judged => judged.IsRight);
        Row(page, name, Text(phrases.Length), Text(said.Length), Text(right), Share(right, said.Length), Share(right, phrases.Length));
    }

    private static void Confusion(StringBuilder page)
    {
        string[] answers = [.. Categories, Silent];
        page.Append("\nConfusion table: rows are what the phrase means, columns what the model says.\n\n");
        Table(page, ["", .. answers]);
        foreach (var truth in Categories.Append(""))
        {
            var of = HeldOut.Where(judged => judged.Category == truth).ToArray();
            Row(page, [truth.Length == 0 ? "no category" : truth, .. answers.Select(answer => Text(of.Count(judged => Answer(judged) == answer)))]);
        }
    }

    private static void Mistakes(StringBuilder page)
    {
        page.Append("\n## The three worst mistakes\n\nThe surest wrong answers, spoken or not.\n");
        foreach (var judged in Worst)
        {
            var (suggestion, spoken) = (judged.Suggestion!, judged.IsSaid ? "spoken" : "not spoken");
            page.Append(CultureInfo.InvariantCulture, $"\n* **{judged.Phrase}** is {judged.Category}; the model says {suggestion.Category} ({suggestion.Subcategory}, {suggestion.Confidence:0.00}, {spoken}) because of {string.Join(", ", suggestion.Words)}. {Discussions.GetValueOrDefault(judged.Phrase, "To be discussed.")}\n");
        }
    }

    private static string Answer(Judged judged) => judged.IsSaid ? judged.Suggestion!.Category : Silent;

    private static void Table(StringBuilder page, params string[] heads)
    {
        Row(page, heads);
        Row(page, [.. heads.Select(_ => "---")]);
    }

    private static void Row(StringBuilder page, params string[] cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) => whole == 0 ? "none" : (part / (double)whole).ToString("0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<Judged> Read()
    {
        var model = CategoryModel.For(ReferenceData.Current);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Checking", "held-out-phrases.csv")).Skip(1))
        {
            var cells = line.Split(',', 3);
            var phrase = cells[2].Trim('"');
            yield return new Judged(cells[0], cells[1], phrase, model.Suggest(phrase));
        }
    }
}
