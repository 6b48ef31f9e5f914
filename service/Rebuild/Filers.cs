using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Rebuild;

/// <summary>Every council and partnership that may ever have filed, in one order.</summary>
internal static class Filers
{
    public static IReadOnlyList<CouncilCode> All { get; } =
    [
        .. ReferenceData.Current.Councils.All.Select(council => council.Code)
            .Concat(ReferenceData.Current.Groups.Partnerships.Select(partnership => CouncilCode.Parse(partnership.Code)))
            .Distinct()
            .Order(),
    ];
}
