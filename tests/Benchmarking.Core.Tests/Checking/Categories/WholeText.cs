using Benchmarking.Core.Checking.Categories;

namespace Benchmarking.Core.Tests.Checking.Categories;

/// <summary>Texts by themselves: as the pipeline is given them, and as the model judges them.</summary>
internal static class WholeText
{
    public static string Tokens(string text) => string.Join(' ', PhraseWords.Of(text).SelectMany(PhraseWords.Tokens));

    public static IReadOnlyList<CategorySuggestion?> SuggestForAll(this CategoryModel model, IReadOnlyList<string> texts)
    {
        var suggestions = model.Suggest(texts.Select(text => new DescribedSaving(text, null)));
        return [.. texts.Select(text => suggestions[new DescribedSaving(text, null)])];
    }

    public static CategorySuggestion? SuggestFor(this CategoryModel model, string text, string? filed = null) =>
        model.Suggest([new DescribedSaving(text, filed)]).Single().Value;
}
