using System.Collections.Frozen;

namespace Benchmarking.Core.Vocabulary;

/// <summary>A word or sign that stands where a figure would: the one list of them for returns, outcomes tables and datasets. <c>State</c> says
/// what the value is, none of which is zero; <c>Meaning</c> says it in words.</summary>
public sealed record Marker(ValueState State, string Meaning)
{
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
        (Unknown, [":", "..", "...", "…", "[x]", "x", "[w]", "w", "n/k", "nk", "not available", "not known", "unknown", "not stated", "not submitted",
            "missing", "null", "nan", "?", "blank", "no data", "not recorded", "dk"]),
        (Later, ["tbc", "tba", "tbd", "to be confirmed", "pending", "awaited", "to follow"]),
        (Nothing, ["-", "--", "---", "£-", "£ -", "-%", "none", "nil", "."]),
        (Withheld, ["c", "[c]", "s", "[s]", "*", "**", "***", "suppressed", "confidential", "supp", "redacted", "withheld"]),
        (Low, ["k", "[k]", "low", "[low]", "~"]),
        (Unreliable, ["u", "[u]", "[!]", "!"]),
        (Unfit, ["z", "[z]", "n/a", "na", "n.a.", "not applicable", "not relevant", "[n/a]"]),
        (Remark, ["[note]", "[p]", "[r]", "[e]", "[f]", "[b]", "[er]"]),
    }.SelectMany(group => group.Texts.Select(text => (text, group.Marker))).ToFrozenDictionary(pair => pair.text, pair => pair.Marker, StringComparer.OrdinalIgnoreCase);

    /// <summary>The marker that a cell holds, or null where it holds none. A blank cell is none.</summary>
    public static Marker? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Known.GetValueOrDefault(Characters.Fold(text).Trim());
    }
}
