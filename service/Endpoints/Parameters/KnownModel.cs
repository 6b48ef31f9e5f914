using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Comparing.Neighbours;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>A model of nearness as a parameter, by its version: <c>areas-1</c> or <c>areas-2</c>.</summary>
internal sealed record KnownModel(string Version) : IParsable<KnownModel>
{
    public static IReadOnlyList<string> Versions { get; } = [.. NearestModel.All.Select(model => model.Version)];

    public static KnownModel Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var model) ? model : throw new FormatException($"There is no model of nearness '{s}'.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out KnownModel result)
    {
        result = s is not null && Versions.Contains(s, StringComparer.Ordinal) ? new(s) : null;
        return result is not null;
    }
}
