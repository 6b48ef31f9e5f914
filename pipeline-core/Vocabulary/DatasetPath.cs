using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Core.Vocabulary;

/// <summary>Where a publisher's statistics of one year lie: <c>{dataset}/{financial-year}.csv</c> or <c>.xlsx</c> in the datasets
/// container. The two formats of one dataset and year are the same.</summary>
public sealed record DatasetPath(string Dataset, FinancialYear Year, string Extension)
{
    /// <summary>The container in which datasets lie; with it a blob name is the blob path that users see.</summary>
    public const string Container = "datasets";

    /// <summary>The blob name, in canonical spelling.</summary>
    public override string ToString() => $"{Dataset}/{Year}.{Extension}";

    /// <summary>Reads a blob name; whether the dataset is declared is not asked here.</summary>
    public static bool TryParse(string? blobName, [NotNullWhen(true)] out DatasetPath? path)
    {
        path = null;
        if (blobName?.Split('/') is [{ Length: > 0 } dataset, var file] && file.Split('.') is [var yearText, var extension]
            && ReturnPath.Extensions.Contains(extension) && FinancialYear.TryParse(yearText, out var year)
            && dataset.All(sign => sign is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            var candidate = new DatasetPath(dataset, year, extension);
            path = candidate.ToString() == blobName ? candidate : null;
        }

        return path is not null;
    }
}
