namespace Benchmarking.Core.Appraising;

/// <summary>The programmes that ship with the product: what the councils' own papers print, facts only.</summary>
public static class SampleProgrammes
{
    private static readonly Lazy<IReadOnlyDictionary<string, Programme>> Shipped = new(Load);

    /// <summary>By their ids, which cannot be taken by anybody else's.</summary>
    public static IReadOnlyDictionary<string, Programme> All => Shipped.Value;

    private static SortedDictionary<string, Programme> Load()
    {
        var prefix = $"{typeof(SampleProgrammes).Namespace}.Programmes.";
        var assembly = typeof(SampleProgrammes).Assembly;
        var programmes = new SortedDictionary<string, Programme>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var read = ProgrammeJson.Read(bytes.ToArray());
            programmes[name[prefix.Length..^".json".Length]] = read.Result
                ?? throw new InvalidDataException($"The programme {name} is not one: {read.Problem!.Message}");
        }

        return programmes;
    }
}
