using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>The councils that a figure is compared with in one year, by code. Groups that have a name cover all their members, the
/// subject too; <c>nearest</c> and <c>custom</c> never hold it. <c>Code</c> is the canonical spelling; <c>Subject</c> is the
/// council asked about, where there is one, and <c>Nearest</c> is there for <c>nearest</c> groups only.</summary>
public sealed record PeerGroup(
    string Code,
    string Label,
    FinancialYear Year,
    IReadOnlyList<PeerMember> Members,
    PeerMember? Subject = null,
    NearestChoice? Nearest = null)
{
    /// <summary>Of the councils by which the group is defined those that are not there in the year: they have ended, or are yet to
    /// begin.</summary>
    public Succession Absent { get; init; } = Succession.None;

    /// <summary>The members, and the councils that would be if they were there in the year.</summary>
    public IEnumerable<CouncilCode> Named => Members.Select(member => member.Council)
        .Concat(Absent.Ended.Select(end => end.Council).Concat(Absent.Begun.Select(beginning => beginning.Council))
            .Select(code => CouncilCode.Parse(code)));

    public bool IncludesSubject => Subject is not null && Members.Contains(Subject);
}

public sealed record PeerMember(CouncilCode Council, string Name);

/// <summary>How a nearest group was chosen: the model, the neighbours nearest first, how many of them stay whichever one council is left
/// out of the scales, and the councils that have no feature to go by.</summary>
public sealed record NearestChoice(
    NearestModel Model, IReadOnlyList<Neighbour> Neighbours, int Stability, IReadOnlyList<CouncilCode> WithoutFeatures);

/// <summary>Why there is no such peer group: a stable code, a sentence, and what may be asked for instead.</summary>
public sealed record PeerProblem(string Code, string Message, IReadOnlyList<string> ValidValues);

/// <summary>A peer group, or why there is none.</summary>
public sealed record PeerAnswer
{
    private PeerAnswer(PeerGroup? group, PeerProblem? problem)
    {
        Group = group;
        Problem = problem;
    }

    public PeerGroup? Group { get; }

    public PeerProblem? Problem { get; }

    public static PeerAnswer Of(PeerGroup group) => new(group, null);

    public static PeerAnswer None(string code, string message, IEnumerable<string> validValues) =>
        new(null, new PeerProblem(code, message, [.. validValues]));
}
