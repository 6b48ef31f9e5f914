using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Reference;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>A metric of the catalogue as a parameter, by its code.</summary>
internal sealed record KnownMetric(Metric Metric) : IParsable<KnownMetric>
{
    public static KnownMetric Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var metric) ? metric : throw new FormatException($"There is no metric '{s}'.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out KnownMetric result)
    {
        result = s is not null && ReferenceData.Current.Metrics.Find(s) is { } metric ? new(metric) : null;
        return result is not null;
    }
}
