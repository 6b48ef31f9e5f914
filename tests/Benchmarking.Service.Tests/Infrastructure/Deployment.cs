using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>What a deployment would make, as the compiler foretells it: loops are run, conditions decided, and every expression worked out
/// that needs no Azure. One that does stays an expression, in square brackets.</summary>
internal sealed class Deployment
{
    /// <summary>What whoever deploys has in their own environment.</summary>
    public static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["BENCHMARKING_ALERT_EMAILS"] = "first@council.example,second@council.example",
        ["BENCHMARKING_BUDGET_START"] = "2027-01-01",
        ["BENCHMARKING_FILING_DEADLINE"] = "2027-07-31",
    };

    private static readonly ConcurrentDictionary<(string Environment, string Parameters, string Variable), Lazy<Deployment>> Known = new();

    private readonly JsonNode snapshot;

    private Deployment(string environment, string parameters, string variable)
    {
        var variables = new Dictionary<string, string>(Variables);
        if (variable.Split('=') is [var name, var value])
        {
            variables[name] = value;
        }

        using var copy = new InfrastructureCopy();
        var file = Path.Combine(copy.Folder, "environments", $"{environment}.bicepparam");
        File.AppendAllText(file, $"\n{parameters}\n");
        var (exitCode, output) = BicepCompiler.Run(
            copy.Folder, variables, "snapshot", file, "--mode", "overwrite",
            "--subscription-id", Guid.Empty.ToString(), "--resource-group", "benchmarking", "--location", "uksouth");
        Assert.True(exitCode == 0, output);
        snapshot = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, "snapshot.json")))!;
    }

    public static IReadOnlyList<string> Environments { get; } = [.. Directory.GetFiles(Path.Combine(BicepCompiler.Folder, "environments"))
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static Deployment Production => Of("prod");

    public static Deployment Premium => Of("dev", "param plan = 'premium'");

    public IEnumerable<JsonNode> Resources => snapshot.List("predictedResources");

    /// <summary>What the compiler could not foretell.</summary>
    public IEnumerable<JsonNode> Diagnostics => snapshot.List("diagnostics");

    /// <summary>The environment as its parameter file has it, with further lines in that file or a variable (<c>NAME=value</c>).</summary>
    public static Deployment Of(string environment, string parameters = "", string variable = "") => Known
        .GetOrAdd(
            (environment, parameters, variable),
            key => new Lazy<Deployment>(() => new Deployment(key.Environment, key.Parameters, key.Variable))).Value;

    public IEnumerable<JsonNode> OfType(string type) => Resources.Where(resource => resource.Text("type") == type);

    public JsonNode Single(string type) => Assert.Single(OfType(type));

    /// <summary>The last parts of the names of what lies in the account whose name begins so.</summary>
    public IEnumerable<string> NamesIn(string account, string type) => OfType(type).Select(resource => resource.Text("name").Split('/'))
        .Where(name => name[0].StartsWith(account, StringComparison.Ordinal)).Select(name => name[^1]);
}
