using System.Reflection;

namespace Benchmarking.Core.Vocabulary;

/// <summary>Every kind of finding there is, each defined once. Codes are a contract: they are never reworded or used again for
/// something else. What concerns the file as a file, its rows and its sums is in a part of its own.</summary>
public static partial class FindingCatalogue
{
    // Lazy, because the parts of this class are initialised in no particular order.
    private static readonly Lazy<IReadOnlyList<FindingDefinition>> Collected = new(Collect);

    /// <summary>All definitions, by code.</summary>
    public static IReadOnlyList<FindingDefinition> All => Collected.Value;

    private static FindingDefinition[] Collect() =>
    [
        .. typeof(FindingCatalogue)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<FindingDefinition>()
            .OrderBy(definition => definition.Code, StringComparer.Ordinal),
    ];
}
