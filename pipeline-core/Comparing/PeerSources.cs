using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>What peer groups are made from: the councils of a year, names of regions and classes by code, groups that councils joined,
/// and the model of nearness. <c>Feature</c> gives an area feature of exactly one source year, null where none is held.</summary>
public sealed record PeerSources(
    Func<FinancialYear, IReadOnlyList<Council>> CouncilsIn,
    IReadOnlyDictionary<string, string> Regions,
    IReadOnlyDictionary<string, string> Classes,
    IReadOnlyList<CouncilGroup> Programmes,
    IReadOnlyList<CouncilGroup> Partnerships,
    NearestModel Model,
    Func<Council, NearestFeature, decimal?> Feature);
