using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>The id of the snapshot with which another is compared. Any text is one; whether there is such a snapshot is looked
/// up.</summary>
internal sealed record EarlierSnapshot(string Id) : IParsable<EarlierSnapshot>
{
    public static EarlierSnapshot Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EarlierSnapshot result)
    {
        result = s is null ? null : new(s);
        return result is not null;
    }
}
