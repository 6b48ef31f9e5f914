using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Vocabulary;

/// <summary>A word or sign that stands where a figure would: the one list of them for returns, outcomes tables and datasets. <c>State</c>
/// says what the value is, none of which is zero; <c>Meaning</c> says it in words.</summary>
public sealed partial record Marker(ValueState State, string Meaning)
{
    private const int LongestText = 40;

    private static readonly Marker Unknown = new(ValueState.Missing, "not available");
    private static readonly Marker Later = new(ValueState.Missing, "not known yet");
    private static readonly Marker Nothing = new(ValueState.Missing, "nothing, or not known: say which");
    private static readonly Marker Withheld = new(ValueState.Suppressed, "withheld so that nobody can be recognised");
    private static readonly Marker Low = new(ValueState.Suppressed, "a number too low to be shown, which is not zero");
    private static readonly Marker Unreliable = new(ValueState.Suppressed, "too unreliable to be shown");
    private static readonly Marker Unfit = new(ValueState.NotApplicable, "not applicable");
    private static readonly Marker Remark = new(ValueState.Missing, "a remark about a figure that is not there");

    // The shorthand of the Government Analysis Function, the signs of Eurostat and of older statistical volumes, and what people write.
    private static readonly FrozenDictionary<string, Marker> Known = new (Marker Marker, string[] Texts)[]
    {
        (Unknown, [":", "..", "...", "…", "[x]", "x", "[w]", "w", "n/k", "nk", "not available", "not known", "unknown", "not stated",
            "not submitted", "missing", "null", "nan", "?", "blank", "no data", "not recorded", "dk", "n.k.", "nd", "n.d.", "nr", "n/r",
            "not returned", "not reported", "not provided", "no return"]),
        (Later, ["tbc", "tba", "tbd", "to be confirmed", "pending", "awaited", "to follow"]),
        (Nothing, ["-", "--", "---", "£-", "£ -", "-%", "none", "nil", "."]),
        (Withheld, ["c", "[c]", "s", "[s]", "*", "**", "***", "suppressed", "supressed", "confidential", "supp", "redacted", "withheld",
            ":c", ": c"]),
        (Low, ["k", "[k]", "low", "[low]", "~"]),
        (Unreliable, ["u", "[u]", "[!]", "!", ":u", ": u"]),
        (Unfit, ["z", "[z]", "n/a", "na", "n.a.", "n.a", ":z", ": z", "not applicable", "not relevant", "[n/a]"]),
        (Remark, ["[note]", "[p]", "[r]", "[e]", "[f]", "[b]", "[er]", "†", "‡"]),
    }.SelectMany(group => group.Texts.Select(text => (text, group.Marker)))
        .ToFrozenDictionary(pair => pair.text, pair => pair.Marker, StringComparer.OrdinalIgnoreCase);

    /// <summary>The marker that a cell holds, or null where it holds none. A blank cell is none.</summary>
    public static Marker? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Characters.Fold(text).Trim();
        return Known.GetValueOrDefault(plain) ?? Bracketed(plain);
    }

    /// <summary>What brackets hold, of any kind and one after another, such as (x), [c][r] or [note 2]: the first that says what the value
    /// is.</summary>
    private static Marker? Bracketed(string plain)
    {
        var match = plain.Length > LongestText ? Match.Empty : InBrackets().Match(plain);
        Marker?[] found = [.. match.Groups["word"].Captures.Select(word => Known.GetValueOrDefault($"[{word.Value}]"))];
        return found.Contains(null) ? null : found.FirstOrDefault(marker => marker != Remark) ?? found.FirstOrDefault();
    }

    [GeneratedRegex(@"^([\[({]\s*(?<word>[a-z/!]{1,4})\s*\d*\s*[\])}]\s*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();
}
