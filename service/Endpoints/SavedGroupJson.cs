using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Endpoints;

/// <summary>A saved group as it lies in storage.</summary>
internal sealed record SavedGroupJson(string Label, IReadOnlyList<string> Councils)
{
    public static byte[] Write(SavedGroup group) =>
        JsonSerializer.SerializeToUtf8Bytes(new SavedGroupJson(group.Label, [.. group.Councils.Select(council => council.Value)]),
            JsonSerializerOptions.Web);

    public static SavedGroup Read(byte[] content)
    {
        var stored = JsonSerializer.Deserialize<SavedGroupJson>(content, JsonSerializerOptions.Web)!;
        return new(stored.Label, [.. stored.Councils.Select(council => CouncilCode.Parse(council))]);
    }
}
