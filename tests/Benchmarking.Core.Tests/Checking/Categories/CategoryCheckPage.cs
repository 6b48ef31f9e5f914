using System.Globalization;
using System.Text;
using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Checking.Categories;

/// <summary>Writes docs/methods/category-check.md from the model, its predecessor and the phrases.</summary>
internal static class CategoryCheckPage
{
    private const string Silent = "silent";
    private const string All = "all";

    private static readonly double[] Thresholds = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75];

    /// <summary>What is to be said about each of the worst mistakes; the page cannot be written while one is missing.</summary>
    private static readonly Dictionary<string, string> Discussions = new(StringComparer.Ordinal)
    {
        ["Developing more extra care schemes with housing associations"] =
            "Annex A itself has extra care twice: as a way of managing demand, and as an alternative to residential care (other). "
            + "The words alone cannot tell them apart.",
        ["Fair price of care tool for learning disability placements"] =
            "'Placements' was learnt with moving people out of residential care; that a tool for prices is a negotiation stands in "
            + "no word that another phrase has.",
        ["Signposting callers to voluntary groups"] =
            "Annex A has the voluntary sector twice as well: diverting people from formal care (prevention) and engagement (other). "
            + "The doubt is the report's own.",
    };

    public static Judgements Model { get; } = new(Contender.Pipeline, CategoryModel.Current.SuggestForAll);

    public static Judgements Bayes { get; } = new(Contender.Bayes);

    /// <summary>The three mistakes that the model was surest of, held out or crossed.</summary>
    private static IEnumerable<Judged> Worst => Model.HeldOut.Concat(Model.Crossings[0])
        .Where(judged => judged.HasCategory && !judged.IsRight).OrderByDescending(judged => judged.Suggestion?.Confidence ?? 0).Take(3);

    private static string[] Categories => [.. ReferenceData.Current.Taxonomy.Categories.Select(category => category.Code)];

    public static string Write()
    {
        var page = new StringBuilder(CategoryCheckProse.Head(Model, Bayes)).Append("\n## Phrases held out\n\n");
        HeldOut(page);
        page.Append("\nConfusion: rows are what the phrase means, columns what the model says.\n");
        Confusion(page, Model);
        Confusion(page, Bayes);
        Crossed(page.Append(CategoryCheckProse.Crossed));
        Threshold(page.Append(CategoryCheckProse.Threshold));
        Trainers(page.Append(CategoryCheckProse.Trainers));
        Mistakes(page.Append(CategoryCheckProse.Time));
        return page.ToString();
    }

    private static void HeldOut(StringBuilder page)
    {
        Row(page, "", "", "ML.NET", "", "", "", "naive Bayes", "", "", "");
        Row(page, [.. Enumerable.Repeat("---", 10)]);
        Row(page, "category", "phrases", "said", "right", "precision", "recall", "said", "right", "precision", "recall");
        foreach (var category in Categories.Append(All))
        {
            var phrases = Model.HeldOut.Count(judged => judged.HasCategory && category is All || judged.Category == category);
            Row(page, [category, Text(phrases), .. Rates(Model, category, phrases), .. Rates(Bayes, category, phrases)]);
        }
    }

    private static string[] Rates(Judgements judgements, string category, int phrases)
    {
        var said = judgements.HeldOut.Where(judged => Said(judgements, judged)
            && (category == All || judged.Suggestion!.Category == category)).ToArray();
        var right = said.Count(judged => judged.IsRight);
        return [Text(said.Length), Text(right), Share(right, said.Length), Share(right, phrases)];
    }

    private static void Confusion(StringBuilder page, Judgements judgements)
    {
        string[] answers = [.. Categories, Silent];
        page.Append('\n');
        Table(page, [judgements.Contender.Name, .. answers]);
        foreach (var truth in Categories.Append(""))
        {
            var given = judgements.HeldOut.Where(judged => judged.Category == truth)
                .Select(judged => Said(judgements, judged) ? judged.Suggestion!.Category : Silent).ToLookup(answer => answer);
            Row(page, [truth.Length == 0 ? "no category" : truth, .. answers.Select(answer => Text(given[answer].Count()))]);
        }
    }

    private static void Crossed(StringBuilder page)
    {
        Table(page, "model", "crossing", "phrases", "right if never silent", "said", "right", "precision", "said of no category");
        foreach (var judgements in new[] { Model, Bayes })
        {
            Row(page, [judgements.Contender.Name, "every tenth phrase", .. Crossed(judgements, 1)]);
            Row(page, [judgements.Contender.Name, "that and five shuffled", .. Crossed(judgements, judgements.Crossings.Count)]);
        }
    }

    private static string[] Crossed(Judgements judgements, int crossings)
    {
        Judged[] all = [.. judgements.Crossings.Take(crossings).SelectMany(judged => judged)];
        return [Text(all.Length), Text(all.Count(judged => judged.IsRight)), .. At(judgements, all, judgements.Contender.Threshold)];
    }

    private static void Threshold(StringBuilder page)
    {
        Row(page, "", "ML.NET", "", "", "", "naive Bayes", "", "", "");
        Row(page, [.. Enumerable.Repeat("---", 9)]);
        Row(page, "threshold", "said", "right", "precision", "of no category", "said", "right", "precision", "of no category");
        foreach (var threshold in Thresholds)
        {
            Row(page, [
                threshold.ToString("0.00", CultureInfo.InvariantCulture),
                .. At(Model, [.. Model.Crossings.SelectMany(judged => judged)], threshold),
                .. At(Bayes, [.. Bayes.Crossings.SelectMany(judged => judged)], threshold)]);
        }
    }

    private static string[] At(Judgements judgements, Judged[] all, double threshold)
    {
        var said = all.Where(judged => judged.IsSaid(threshold)).ToArray();
        var right = said.Count(judged => judged.IsRight);
        return [Text(said.Length), Text(right), Share(right, said.Length),
            Text(judgements.OfNoCategory.Count(judged => judged.IsSaid(threshold)))];
    }

    private static void Trainers(StringBuilder page)
    {
        Table(page, "trainer", "right if never silent", "most that can be said with nine in ten right");
        foreach (var (name, crossed) in Contender.Others.Select(other => (other.Name, new Judgements(other).FirstCrossing))
            .Prepend(("L-BFGS maximum entropy (ships)", Model.Crossings[0])).Append(("none: naive Bayes", Bayes.Crossings[0])))
        {
            var surest = crossed.OrderByDescending(judged => judged.Suggestion?.Confidence ?? 0).ToArray();
            var most = Enumerable.Range(1, surest.Length).Where(n => surest.Take(n).Count(judged => judged.IsRight) >= 0.9 * n).Max();
            Row(page, name, Text(surest.Count(judged => judged.IsRight)), Text(most));
        }
    }

    private static void Mistakes(StringBuilder page)
    {
        page.Append("\n## The three worst mistakes\n\nThe surest wrong answers, held out or crossed.\n");
        foreach (var judged in Worst)
        {
            var said = judged.Suggestion!;
            page.Append(CultureInfo.InvariantCulture, $"\n* **{judged.Phrase}** is {judged.Category}; the model says {said.Category} ")
                .Append(CultureInfo.InvariantCulture, $"({said.Subcategory}, {said.Confidence:0.00}) ")
                .Append(CultureInfo.InvariantCulture, $"because of {string.Join(", ", said.Words)}. ")
                .Append(CultureInfo.InvariantCulture, $"{Discussions.GetValueOrDefault(judged.Phrase, "To be discussed.")}\n");
        }
    }

    private static bool Said(Judgements judgements, Judged judged) => judged.IsSaid(judgements.Contender.Threshold);

    private static void Table(StringBuilder page, params string[] heads)
    {
        Row(page, heads);
        Row(page, [.. heads.Select(_ => "---")]);
    }

    private static void Row(StringBuilder page, params string[] cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) =>
        whole == 0 ? "none" : (part / (double)whole).ToString("0.00", CultureInfo.InvariantCulture);
}
