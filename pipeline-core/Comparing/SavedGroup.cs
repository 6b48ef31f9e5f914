using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A peer group that somebody keeps under a name: councils in the order given, which is that of their ranks where a list was
/// imported.</summary>
public sealed record SavedGroup(string Label, IReadOnlyList<CouncilCode> Councils)
{
    public const int Fewest = 2;
    public const int Most = 200;

    /// <summary>Councils by code, name or ONS code as written, of any year; the problem names what is none.</summary>
    public static (SavedGroup? Group, PeerProblem? Problem) Of(string label, IReadOnlyList<string> councils, CouncilRegister register)
    {
        var found = councils.Select(text => (Text: text, Council: register.Identify(text.Trim()))).ToList();
        var unknown = found.Where(pair => pair.Council is null).Select(pair => $"'{pair.Text}'").ToList();
        List<CouncilCode> codes = [.. found.Select(pair => pair.Council).OfType<CouncilCode>()];
        return label.Trim().Length is 0 or > 200 ? Wrong("label-out-of-range", "Give the group a label of 1 to 200 characters.")
            : unknown.Count > 0
                ? Wrong("council-unknown",
                    $"There is no council {string.Join(", ", unknown.Take(10))}: write its code, its name or its ONS code.")
            : codes.Count is < Fewest or > Most
                ? Wrong("group-size", $"The group has {Counted.Of(codes.Count, "council")}: give {Fewest} to {Most}.")
            : codes.CountBy(code => code).Where(pair => pair.Value > 1).Select(pair => pair.Key.Value).ToList() is { Count: > 0 } twice
                ? Wrong("council-repeated", $"Name each council once: {string.Join(", ", twice)} is there twice.")
            : (new(label.Trim(), codes), null);
    }

    private static (SavedGroup? Group, PeerProblem? Problem) Wrong(string code, string message) => (null, new(code, message, []));
}
