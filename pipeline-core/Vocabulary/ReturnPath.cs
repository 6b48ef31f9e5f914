using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Core.Vocabulary;

/// <summary>Where a return lies: <c>{council}/{financial-year}/{kind}.csv</c> or <c>.xlsx</c> in the returns container.
/// The two formats of one council, year and kind are the same return.</summary>
public sealed record ReturnPath(CouncilCode Council, FinancialYear Year, ReturnKind Kind, string Extension)
{
    /// <summary>The container in which returns lie; with it a blob name is the blob path that users see.</summary>
    public const string Container = "returns";

    public static IReadOnlyList<string> Extensions { get; } = ["csv", "xlsx"];

    /// <summary>The blob name, in canonical spelling.</summary>
    public override string ToString() => $"{Council}/{Year}/{Codes.Of(Kind)}.{Extension}";

    /// <summary>Reads a blob name. The year must be in its canonical form and the kind in lower case, so that a return has one path
    /// only.</summary>
    public static bool TryParse(string? blobName, [NotNullWhen(true)] out ReturnPath? path)
    {
        path = null;
        var parts = blobName?.Split('/') ?? [];
        if (parts.Length != 3)
        {
            return false;
        }

        var file = parts[2].Split('.');
        if (file.Length != 2 || !Extensions.Contains(file[1])
            || !CouncilCode.TryParse(parts[0], out var council)
            || !FinancialYear.TryParse(parts[1], out var year)
            || !Codes.TryParse<ReturnKind>(file[0], out var kind))
        {
            return false;
        }

        var candidate = new ReturnPath(council, year, kind, file[1]);
        path = candidate.ToString() == blobName ? candidate : null;
        return path is not null;
    }
}
