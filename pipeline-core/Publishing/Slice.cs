using Benchmarking.Core.Normalising;

namespace Benchmarking.Core.Publishing;

/// <summary>One metric, year and status over all councils: the unit of work and of truth. <c>Version</c> is the hash of all it holds,
/// <c>Inputs</c> the hash of the observations alone; observations are ordered by council.</summary>
public sealed record Slice(
    SliceKey Key, string Version, string Inputs, IReadOnlyList<Observation> Observations, IReadOnlyList<GroupSummary> Summaries);

/// <summary>The summary of a slice for one named group, readable as it lies in the table.</summary>
public sealed record GroupSummary(string Group, string Json);
