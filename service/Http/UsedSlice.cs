namespace Benchmarking.Service.Http;

/// <summary>A slice that an answer was made from, by its key, version and the time at which the version was computed (null where it is
/// pinned).</summary>
internal sealed record UsedSlice(string Slice, string Version, DateTimeOffset? ComputedAt);
