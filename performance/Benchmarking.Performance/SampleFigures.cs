using Benchmarking.Core;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Performance;

/// <summary>The unit cost of residential care of 2012-13, of all councils, from the national tables as if filed.</summary>
internal static class SampleFigures
{
    public const string Metric = "residential-nursing-unit-cost-65plus";

    private const int MaxBytes = 10_000_000;

    public static IReadOnlyList<Observation> Read()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "samples");
        return
        [
            .. Directory.EnumerateFiles(root, "activity.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(file => Observe(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes(file)))
                .Where(figure =>
                    figure is { Metric: Metric, Status: FigureStatus.Actual, Value: not null } && figure.Year.StartYear == 2012),
        ];
    }

    private static IReadOnlyList<Observation> Observe(string name, byte[] bytes)
    {
        var path = ReturnPath.TryParse(name, out var parsed) ? parsed : throw new InvalidOperationException(name);
        var file = new FiledReturn(name, Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        var result = ReturnPipeline.Check(file, path, MaxBytes, ReferenceData.Current);
        return Normaliser.Observe(path.Council, [new AcceptedReturn(name, path.Year, result)], ReferenceData.Current);
    }
}
