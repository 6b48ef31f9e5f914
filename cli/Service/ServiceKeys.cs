using System.Text.Json;
using Benchmarking.CommandLine.Files;

namespace Benchmarking.CommandLine.Service;

/// <summary>
/// Which key goes with a request. A stated key goes with all of them; else each takes the least powerful one of the
/// development keys that run.sh leaves in .run/keys.json, which are good for a service on this machine only.
/// </summary>
internal sealed class ServiceKeys(string? stated, JsonElement development)
{
    public const string Variable = "COUNCILBENCH_KEY";
    private static readonly string RunFile = Path.Combine(".run", "keys.json");

    public string? ForReading => stated ?? development.Text("analyst");

    public string? ForOperator => stated ?? development.Text("operator");

    public static ServiceKeys Find(string? option, Uri address, ProcessEnvironment environment)
    {
        var stated = Stated(option) ?? Stated(environment.Variable(Variable));
        var file = stated is null && address.IsLoopback ? NearestFile.Find(environment.Directory, RunFile) : null;
        return new ServiceKeys(stated, file is null ? default : Read(file));
    }

    public string? ForCouncil(string council) =>
        stated ?? development.Member("councils").Text(council) ?? development.Text("operator");

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static JsonElement Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw CommandFailedException.Usage($"{file} is not JSON. Start ./run.sh anew or give --key.", fault);
        }
    }
}
