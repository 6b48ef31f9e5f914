using System.Text.Json.Serialization;

namespace Benchmarking.Service.Http;

/// <summary>A slice that an answer was made from, by its key, version and the time at which the version was computed (null where it is
/// pinned). <c>EmbargoedUntil</c> is there where figures of it are withheld from this caller until then.</summary>
internal sealed record UsedSlice(string Slice, string Version, DateTimeOffset? ComputedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EmbargoedUntil { get; init; }
}
