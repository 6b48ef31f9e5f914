using System.Collections.Frozen;
using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>The unit that is meant by a text which is none of the codes: £k, gbp_k, £'000, £m, pct of savings. It is offered, never
/// taken.</summary>
internal static class UnitWords
{
    // Longer words come first, lest one be taken for a part of another.
    private static readonly (string Word, string Plain)[] Plainer =
    [
        ("percentage", "%"), ("per cent", "%"), ("percent", "%"), ("pct", "%"), ("%age", "%"),
        ("sterling", "£"), ("pounds", "£"), ("pound", "£"), ("gbp", "£"),
        ("thousands", "k"), ("thousand", "k"), ("000s", "k"), ("000", "k"), ("ks", "k"),
        ("millions", "m"), ("million", "m"), ("mns", "m"), ("mn", "m"), ("mio", "m"), ("ms", "m"),
        ("number", "count"), ("people", "count"), ("persons", "count"), ("no.", "count"), ("clients", "count"), ("counts", "count"),
        ("per", "/"), ("/a", "/"), ("/1,k", "/1k"), ("/100,k", "/100k"), ("weekly", "/week"), ("hourly", "/hour"), ("wk", "week"),
            ("hr", "hour"),
    ];

    private static readonly FrozenDictionary<string, Unit[]> Meant = new Dictionary<string, Unit[]>(StringComparer.Ordinal)
    {
        ["£"] = [Unit.Gbp], ["£s"] = [Unit.Gbp], ["money"] = [Unit.Gbp], ["£1"] = [Unit.Gbp],
        ["£k"] = [Unit.GbpThousands], ["k"] = [Unit.GbpThousands], ["k£"] = [Unit.GbpThousands], ["£ink"] = [Unit.GbpThousands],
        ["£m"] = [Unit.GbpMillions], ["m"] = [Unit.GbpMillions], ["m£"] = [Unit.GbpMillions], ["£inm"] = [Unit.GbpMillions],
        ["%"] = [Unit.Percent, Unit.PercentOfNetBudget, Unit.PercentOfBudget, Unit.PercentOfSavings],
        ["%ofnetbudget"] = [Unit.PercentOfNetBudget], ["%netbudget"] = [Unit.PercentOfNetBudget],
        ["%ofbudget"] = [Unit.PercentOfBudget], ["%budget"] = [Unit.PercentOfBudget], ["%ofgrossbudget"] = [Unit.PercentOfBudget],
        ["%ofsavings"] = [Unit.PercentOfSavings], ["%savings"] = [Unit.PercentOfSavings], ["%oftotalsavings"] = [Unit.PercentOfSavings],
        ["/1k"] = [Unit.Per1000], ["/k"] = [Unit.Per1000], ["/100k"] = [Unit.Per100000],
        ["count"] = [Unit.Count], ["fte"] = [Unit.Fte], ["ftes"] = [Unit.Fte], ["wte"] = [Unit.Fte], ["wtes"] = [Unit.Fte],
        ["hour"] = [Unit.Hours], ["hours"] = [Unit.Hours], ["day"] = [Unit.Days], ["week"] = [Unit.Weeks], ["weeks"] = [Unit.Weeks],
        ["£/week"] = [Unit.GbpPerWeek], ["£pw"] = [Unit.GbpPerWeek], ["£/hour"] = [Unit.GbpPerHour], ["£ph"] = [Unit.GbpPerHour],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The fitting units that a text may mean, the likeliest first; none where it says nothing of the kind.</summary>
    public static IReadOnlyList<Unit> Of(string text, IReadOnlyList<Unit> fitting)
    {
        var plain = Characters.Fold(text).ToLowerInvariant().Replace("£'000", "£000", StringComparison.Ordinal);
        foreach (var (word, plainer) in Plainer)
        {
            plain = plain.Replace(word, plainer, StringComparison.Ordinal);
        }

        var letters = new StringBuilder();
        foreach (var c in plain.Where(c => char.IsLetterOrDigit(c) || c is '£' or '%' or '/'))
        {
            letters.Append(c);
        }

        return Meant.TryGetValue(letters.ToString(), out var units) ? [.. units.Where(fitting.Contains)] : [];
    }
}
