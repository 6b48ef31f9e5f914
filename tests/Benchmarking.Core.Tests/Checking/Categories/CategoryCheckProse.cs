using System.Globalization;
using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Tests.Checking.Categories;

/// <summary>What stands between the tables of docs/methods/category-check.md.</summary>
internal static class CategoryCheckProse
{
    public const string Crossed = """

        ## Crossed

        Each tenth of the phrases learnt from is judged by a model that learnt the other nine: the harsher test, because about many a
        phrase nothing like it is left to learn from. Once every tenth phrase as they stand in the file, where those of a subcategory
        follow each other, and five times shuffled. The last column is of the 36 phrases of no category, after learning all the others.


        """;

    public const string Threshold = """

        ## The threshold

        The features, the penalty and the threshold were chosen on the six crossings and the 36 phrases of no category, never on the
        phrases held out. Tried were ML.NET's own text featurising, words alone, pairs of words, runs of three to five letters, counts and
        TF-IDF, with and without scaling to length, and penalties from 0.0003 to 6. Many are as good within chance; this is the simplest
        of them. Scaling a text to length is not used, because it makes one chance run of letters in a text of unknown words as sure as a
        whole phrase. The threshold is the lowest step of 0.05 at which nine in ten of what is said is right and at most one in twelve of
        the phrases of no category is spoken about.


        """;

    public const string Trainers = """

        ## Trainers

        The linear trainers of ML.NET on the same tokens, each with the best penalty or number of rounds that was tried, on the first
        crossing.


        """;

    public const string Time = """

        ## Time

        A savings return of 10,000 rows, read and checked whole: processor time of the checking thread, fully compiled, median of 20 runs,
        both versions on the same machine in turn. The category check is what a return without descriptions does not have.

        | descriptions | naive Bayes, row by row | ML.NET, in batches | of which the category check |
        | --- | --- | --- | --- |
        | none | 37 ms | 38 ms | |
        | the 178 reference phrases, over and over | 215 ms | 63 ms | 178 → 25 ms |
        | `Reablement scheme 1` to `10000`, each doubted | 182 ms | 99 ms | 145 → 61 ms, most of it the notices |
        | all different, about 12 words that count | 353 ms | 158 ms | 316 → 120 ms |
        | all different, 60 words of random letters | 835 ms | 808 ms | 798 → 770 ms |

        The first return of a process costs 0.55 s in place of 0.87 s (the second row, nothing compiled yet): the model is read, not
        trained.

        """;

    public static string Head(Judgements model, Judgements bayes)
    {
        var taxonomy = ReferenceData.Current.Taxonomy;
        return string.Create(CultureInfo.InvariantCulture, $"""
            # The category check

            A saving whose description speaks of another category than it is filed under gets the notice `category-doubtful`: it names the
            category and subcategory meant and the words that decided, and changes nothing. This page is made by a test; `REFRESH_DOCS=1`
            makes it anew.

            **Model.** Multinomial logistic regression (maximum entropy) over the {taxonomy.Subcategories.Count} subcategories of Annex A,
            an ML.NET pipeline: a bag of tokens, counted, and the trainer `LbfgsMaximumEntropy` with an L2 penalty of 0.1, seeded, on one
            thread. Tokens are words without their endings and their runs of four letters. A category's probability is the sum of its
            subcategories'. Below {CategoryModel.LeastConfidence} the model is silent, and where it knows nothing of any word.

            **Words that decided.** The model is linear: the log-odds of a text are the sum of its words'. So each different word of a
            return is scored once, in a batch with the others, and a description adds up. The words named are those that add most to the
            subcategory meant against the one filed.

            **Learnt from** the labels of Annex A and {ReferenceData.Current.CategoryPhrases.Count} phrases in `category-phrases.csv`: own
            words for each subcategory, and savings that councils published, in short and with their source. The fitted model ships
            (`category-model.zip`), because processors with other vector units add in another order: trained there, probabilities part by
            up to 0.001; scored there, by less than 0.000001, and confidence is rounded to four places. A test trains it again and holds
            it against what ships; another trains twice and compares bit for bit.

            **Held out** are {model.HeldOut.Count(judged => judged.HasCategory)} other phrases with a category and
            {model.HeldOut.Count(judged => !judged.HasCategory)} that speak of none (`held-out-phrases.csv` of the tests). They were
            written by the same hands as the others, which flatters the figures: take the precision as an upper bound until officers'
            answers to the notice can be counted.

            **Before** it was multinomial naive Bayes (words, pairs, runs of four letters; smoothing 0.1; silent below
            {bayes.Contender.Threshold}), chosen with the phrases held out in sight. It is kept beside the tests and judged on the same
            phrases. On those held out there is nothing between the two; crossed, the new one says more and is right more often, and is a
            little readier to speak about texts of no category.

            """);
    }
}
