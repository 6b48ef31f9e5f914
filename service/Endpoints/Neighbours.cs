using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Endpoints;

/// <summary>A council's nearest neighbours for its entry in the register.</summary>
internal static class Neighbours
{
    /// <summary>In the year asked for, else the last year in which the council existed, at most the default year; none where no area
    /// figures are held.</summary>
    public static IReadOnlyList<PublishedNeighbour>? Of(Council council, FinancialYear? year)
    {
        var asOf = year
            ?? (council.ExistsIn(RequestedPeers.DefaultYear)
                ? RequestedPeers.DefaultYear
                : council.ValidFrom ?? RequestedPeers.DefaultYear);
        return RequestedPeers.Groups.Find("nearest", asOf, council.Code).Group is { } group ? Publication.Publish(group).Neighbours : null;
    }
}
