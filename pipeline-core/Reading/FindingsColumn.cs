using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The column that the service itself adds to a file it gives back: it is passed over when the file comes again.</summary>
internal static class FindingsColumn
{
    public const string Name = "findings";

    public static bool Is(string name) =>
        Codes.Fold(name) is var folded && (folded == Name || folded.StartsWith($"{Name}|", StringComparison.Ordinal));

    /// <summary>Where it stands in a header, from 0; null where it does not.</summary>
    public static int? In(IEnumerable<string> header) =>
        header.Index().Where(cell => Is(cell.Item)).Select(cell => (int?)cell.Index).FirstOrDefault();
}
