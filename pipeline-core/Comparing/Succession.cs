using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Of the councils of an answer, those that ended before its last year and those that began after its first, by code.</summary>
public sealed record Succession(IReadOnlyList<PublishedEnd> Ended, IReadOnlyList<PublishedBeginning> Begun)
{
    public static Succession None { get; } = new([], []);

    /// <summary>All of it in sentences, empty where there is none.</summary>
    public string InWords() => string.Join(" ", Ended.Select(end => end.InWords()).Concat(Begun.Select(beginning => beginning.InWords())));

    /// <summary>The succession of councils over some years, both included. A council that was asked for by its code is told of also where
    /// it ended before the first year or begins after the last; of a <paramref name="subject"/> its own beginning and end and its
    /// predecessors are told always.</summary>
    public static Succession Of(
        IEnumerable<CouncilCode> councils, CouncilCode? subject, FinancialYear from, FinancialYear to, CouncilRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var codes = councils.Concat(subject is { } asked ? [asked] : []).ToHashSet();
        List<Council> entries = [.. register.All.Where(council => codes.Contains(council.Code))];
        bool IsOnlyOne(Council council) => entries.Count(other => other.Code == council.Code) == 1;
        bool IsSubject(Council council) => council.Code == subject;
        bool HasEnded(Council council) => council.ValidTo is { } last
            && (IsSubject(council) ? last >= from : last < to && (last >= from || IsOnlyOne(council)));
        bool HasBegun(Council council) => council.ValidFrom is { } first
            && (IsSubject(council) ? first >= from && first <= to : first > from && (first <= to || IsOnlyOne(council)));

        var before = entries.Where(council =>
            IsSubject(council) && council.ValidFrom <= to && (council.ValidTo is null || council.ValidTo >= from))
            .SelectMany(register.PredecessorsOf);
        return new(
            [.. entries.Where(HasEnded).Concat(before).Distinct().OrderBy(council => council.Code).Select(PublishedEnd.Of)],
            [
                .. entries.Where(HasBegun).OrderBy(council => council.Code)
                    .Select(council => PublishedBeginning.Of(council, register.PredecessorsOf(council))),
            ]);
    }
}

/// <summary>A council that is no more: <c>endedIn</c> is its last financial year, <c>succeededBy</c> the codes of the councils on its
/// area since.</summary>
public sealed record PublishedEnd(string Council, string Name, string EndedIn, IReadOnlyList<string> SucceededBy)
{
    /// <summary>The same as a sentence.</summary>
    public string InWords() => $"{Name} ended with {EndedIn}; after it came {string.Join(" and ", SucceededBy)}.";

    public static PublishedEnd Of(Council council) =>
        new(council.Code.Value, council.Name, $"{council.ValidTo}", [.. council.SucceededBy.Select(code => code.Value)]);
}

/// <summary>A council that is new: <c>begunIn</c> is its first financial year, <c>follows</c> the codes of the councils on its area
/// before.</summary>
public sealed record PublishedBeginning(string Council, string Name, string BegunIn, IReadOnlyList<string> Follows)
{
    /// <summary>The same as a sentence.</summary>
    public string InWords() =>
        $"{Name} begins with {BegunIn}{(Follows.Count == 0 ? "" : $"; before it came {string.Join(" and ", Follows)}")}.";

    public static PublishedBeginning Of(Council council, IReadOnlyList<Council> before) =>
        new(council.Code.Value, council.Name, $"{council.ValidFrom}", [.. before.Select(each => each.Code.Value)]);
}
