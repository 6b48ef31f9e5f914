using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>What peer groups are made from: the councils of a year, names of regions and classes by code, groups that councils joined, and
/// the models of nearness, the usual one first. <c>Feature</c> gives an area feature of exactly one source year, null where none is held;
/// <c>Identify</c> the code that a council's code, name or ONS code means; <c>Absent</c> those of some councils that are not there in a
/// year; <c>Listed</c> the councils of a year that an open list has for one of them.</summary>
public sealed record PeerSources(
    Func<FinancialYear, IReadOnlyList<Council>> CouncilsIn,
    IReadOnlyDictionary<string, string> Regions,
    IReadOnlyDictionary<string, string> Classes,
    IReadOnlyList<CouncilGroup> Programmes,
    IReadOnlyList<CouncilGroup> Partnerships,
    IReadOnlyList<NearestModel> Models,
    Func<Council, NearestFeature, decimal?> Feature,
    Func<string, CouncilCode?> Identify,
    Func<IReadOnlyList<CouncilCode>, FinancialYear, Succession> Absent,
    IReadOnlyList<OpenList> Lists,
    Func<OpenList, Council, FinancialYear, IReadOnlyList<Council>> Listed)
{
    /// <summary>The reference data and the model that ship with the core. A feature held for another year than the model's is
    /// missing.</summary>
    public static PeerSources Of(ReferenceData reference) => new(
        reference.Councils.In,
        reference.Councils.Regions.ToDictionary(region => region.Code, region => region.Name),
        reference.Councils.Classes.ToDictionary(kind => kind.Code, kind => kind.Name),
        reference.Groups.Programmes,
        reference.Groups.Partnerships,
        NearestModel.All,
        (council, feature) =>
            reference.Areas.Nearest(council, feature.Code, new(feature.Year)) is { } held && held.Year == feature.Year ? held.Value : null,
        reference.Councils.Identify,
        (councils, year) => Succession.Of(councils.Where(code => reference.Councils.Find(code, year) is null), null, year, year,
            reference.Councils),
        reference.Lists.All,
        (list, council, year) => list.Of(council, year, reference.Councils));
}
