using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Work;

/// <summary>What a council's accepted returns say together, and what moves when one of them is put in another's place.</summary>
internal static class Figures
{
    public static IReadOnlyList<Observation> Of(CouncilCode council, IEnumerable<AcceptedReturn> returns) =>
        Normaliser.Observe(council, returns, ReferenceData.Current);

    /// <summary>The figures with <paramref name="incoming"/> in place of the receipt <paramref name="replaced"/> (either may be null), and
    /// what that moves.</summary>
    public static (IReadOnlyList<Observation> Wanted, IReadOnlyList<MovedObservation> Moved) Replacing(
        CouncilCode council, IReadOnlyList<AcceptedReturn> accepted, string? replaced, AcceptedReturn? incoming)
    {
        var wanted = Of(council, accepted.Where(other => other.Receipt != replaced).Concat(incoming is null ? [] : [incoming]));
        return (wanted, ChangeList.Between(Of(council, accepted), wanted));
    }
}
