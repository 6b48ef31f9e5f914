namespace Benchmarking.Core.Checking.Categories;

/// <summary>A word of a return. <c>Odds</c> is what it adds to the log-odds of each class, up to a number that is the same for all
/// classes; null where the model has learnt nothing of it.</summary>
internal sealed class HeardWord(string written)
{
    public string Written => written;

    public double[]? Odds { get; set; }
}

/// <summary>The words of one return's descriptions, each scored once however often it is written.</summary>
internal sealed class WordOdds(CategoryPipeline pipeline, double[] prior)
{
    // So that a file full of different words takes no more memory than these.
    private const int MostRemembered = 20_000;

    private readonly List<HeardWord> read = [];
    private readonly Dictionary<string, HeardWord> heard = new(StringComparer.Ordinal);

    /// <summary>The words of each text in their order; those not met before are scored in one batch.</summary>
    public HeardWord[][] Of(IEnumerable<string> texts)
    {
        if (heard.Count > MostRemembered)
        {
            heard.Clear();
        }

        var unheard = new List<HeardWord>();
        HeardWord[][] words = [.. texts.Select(text => Read(text, unheard))];
        Score(unheard);
        return words;
    }

    private HeardWord[] Read(string text, List<HeardWord> unheard)
    {
        read.Clear();
        var known = heard.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = PhraseWords.Fold(text).AsSpan();
        while (rest.IndexOfAnyInRange('a', 'z') is >= 0 and var start)
        {
            rest = rest[start..];
            var end = rest.IndexOfAnyExceptInRange('a', 'z');
            var written = end < 0 ? rest : rest[..end];
            if (!known.TryGetValue(written, out var word))
            {
                known[written] = word = new HeardWord(written.ToString());
                unheard.Add(word);
            }

            read.Add(word);
            rest = rest[written.Length..];
        }

        return [.. read];
    }

    private void Score(List<HeardWord> words)
    {
        var learnt = words.Where(word => PhraseWords.Counts(word.Written))
            .Select(word => (Word: word, Tokens: string.Join(' ', PhraseWords.Tokens(word.Written).Where(pipeline.Tokens.Contains))))
            .Where(word => word.Tokens.Length > 0).ToArray();
        if (learnt.Length == 0)
        {
            return;
        }

        foreach (var ((word, _), shares) in learnt.Zip(pipeline.Probabilities(learnt.Select(word => word.Tokens))))
        {
            word.Odds = [.. shares.Zip(prior, (share, before) => Math.Log(share) - before)];
        }
    }
}
