using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A council with adult social services responsibility. <c>Class</c> and <c>Region</c> are slugs;
/// <c>ValidFrom</c> and <c>ValidTo</c> are its first and last financial year, null where open (before 2009-10, or still there).</summary>
public sealed record Council(
    CouncilCode Code,
    string GssCode,
    string Name,
    string ShortName,
    string Class,
    string Region,
    string RegionName,
    FinancialYear? ValidFrom,
    FinancialYear? ValidTo)
{
    /// <summary>The codes of the councils that came after it on its area, by code; none while it is there. One of them may be its own
    /// code.</summary>
    public IReadOnlyList<CouncilCode> SucceededBy { get; init; } = [];

    public bool ExistsIn(FinancialYear year) =>
        (ValidFrom is null || year >= ValidFrom) && (ValidTo is null || year <= ValidTo);
}
