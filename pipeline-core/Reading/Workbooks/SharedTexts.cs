using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The texts that cells name by number.</summary>
internal static class SharedTexts
{
    private static readonly RichText Empty = RichText.Plain("");

    public static IReadOnlyList<RichText> Read(PartReader xml, TextBudget budget, WorkbookLimits limits)
    {
        var texts = new List<RichText>();
        foreach (var _ in xml.Elements().Where(name => name == "si"))
        {
            var text = RichText.Read(xml, limits);
            budget.Take(text.Whole);
            texts.Add(text.Whole.Length == 0 ? Empty : text);
            WorkbookLimits.Require(texts.Count <= limits.MaxSharedTexts);
        }

        return texts;
    }

    public static RichText At(this IReadOnlyList<RichText> texts, string number)
    {
        var isNumber = int.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        WorkbookLimits.Require(isNumber && index < texts.Count);
        return texts[index];
    }
}
