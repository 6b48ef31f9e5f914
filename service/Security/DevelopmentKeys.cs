using System.Text.Json;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Security;

/// <summary>Keys for trying the service out on one machine: an operator's, an analyst's and one for each council, made once and written
/// to a file that only its owner can read. In development only.</summary>
internal sealed class DevelopmentKeys(KeyStore keys, IOptions<BenchmarkingOptions> options, ILogger<DevelopmentKeys> log)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task Make(CancellationToken cancellation)
    {
        if (!options.Value.IsDevelopment || options.Value.KeysFile is not { Length: > 0 } file)
        {
            return;
        }

        var before = Read(file);
        var councils = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Filers())
        {
            councils[code] = before?.Councils.GetValueOrDefault(code) ?? KeyStore.NewKey();
        }

        var now = new KeysFile(before?.Operator ?? KeyStore.NewKey(), before?.Analyst ?? KeyStore.NewKey(), councils);
        await keys.Save(
            councils.Select(pair => (pair.Value, new Caller(Role.Council, pair.Key, CouncilCode.Parse(pair.Key))))
                .Append((now.Operator, new Caller(Role.Operator, "development operator", null)))
                .Append((now.Analyst, new Caller(Role.Analyst, "development analyst", null))),
            cancellation);
        Write(file, now);
        Log.KeysWritten(log, file);
    }

    private static IEnumerable<string> Filers() =>
        ReferenceData.Current.Councils.All.Select(council => council.Code.Value)
            .Concat(ReferenceData.Current.Groups.Partnerships.Select(partnership => partnership.Code))
            .Distinct(StringComparer.Ordinal);

    private static KeysFile? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<KeysFile>(File.ReadAllText(file), Indented) : null;
        }
        catch (JsonException)
        {
            // A half-written file: new keys take its place.
            return null;
        }
    }

    private static void Write(string file, KeysFile content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = $"{file}.new";
        var owner = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            owner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, owner))
        {
            JsonSerializer.Serialize(stream, content, Indented);
        }

        File.Move(draft, file, overwrite: true);
    }

    private sealed record KeysFile(string Operator, string Analyst, IReadOnlyDictionary<string, string> Councils);
}
