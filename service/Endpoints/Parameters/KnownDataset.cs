using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Reference;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>A declared dataset as a parameter, by its code.</summary>
internal sealed record KnownDataset(DatasetDeclaration Dataset) : IParsable<KnownDataset>
{
    public static KnownDataset Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var dataset) ? dataset : throw new FormatException($"There is no dataset '{s}'.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out KnownDataset result)
    {
        result = s is not null && ReferenceData.Current.Datasets.Find(s) is { } dataset ? new(dataset) : null;
        return result is not null;
    }
}
