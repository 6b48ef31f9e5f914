using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Storage;

/// <summary>A slice to be recomputed, as a message of the queue <c>stale-slices</c>: its key and, after blanks, when a figure of it changed
/// and in which trace. The key alone is a message too.</summary>
internal sealed record StaleSlice(SliceKey Key, DateTimeOffset? ChangedAt = null, string? Cause = null)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out StaleSlice? slice)
    {
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        slice = null;
        if (parts is [var key, ..] && SliceKey.TryParse(key, out var parsed))
        {
            var changedAt = DateTimeOffset.TryParse(parts.ElementAtOrDefault(1), CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind, out var at) ? at : (DateTimeOffset?)null;
            slice = new StaleSlice(parsed, changedAt, parts.ElementAtOrDefault(2));
        }

        return slice is not null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Key} {ChangedAt?.UtcDateTime:O} {Cause}").TrimEnd();
}
