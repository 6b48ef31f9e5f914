using System.Text.RegularExpressions;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>Every Bicep file and parameter file compiles and passes the linter, whose rules are in <c>infra/bicepconfig.json</c>.</summary>
public sealed partial class CompileTests(CompileTests.Linted linted) : IClassFixture<CompileTests.Linted>
{
    private const string FaultsFile = "tests/Benchmarking.Service.Tests/Infrastructure/Faults.bicep";

    public static TheoryData<string> Files => [.. Paths(BicepCompiler.Folder)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_compiles_and_lints_without_an_error_or_a_warning(string file)
    {
        var path = Path.Combine(BicepCompiler.Folder, file);
        var said = linted.Output.Split('\n').Where(line => line.StartsWith($"{path}(", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(said.Count == 0, string.Join('\n', said));
    }

    [Fact]
    public void The_linter_has_nothing_to_say() => Assert.Equal((0, ""), (linted.ExitCode, linted.Output));

    [Fact]
    public void Every_file_gives_a_template_or_its_parameters()
    {
        using var copy = new InfrastructureCopy();
        Assert.Equal((0, ""), Compile("build", "**/*.bicep"));
        Assert.Equal((0, ""), Compile("build-params", "**/*.bicepparam"));
        var compiled = Path.Combine(copy.Folder, "compiled");
        Assert.Equal(
            Paths(copy.Folder).Select(path => Path.ChangeExtension(path, "json")),
            Directory.GetFiles(compiled, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(compiled, path)).Order());

        (int, string) Compile(string command, string pattern) =>
            BicepCompiler.Run(copy.Folder, Deployment.Variables, command, "--pattern", pattern, "--outdir", "compiled");
    }

    /// <summary>A rule that is misspelt in the configuration would be passed over in silence.</summary>
    [Fact]
    public void Every_rule_that_is_switched_on_finds_its_fault()
    {
        using var copy = new InfrastructureCopy();
        var faults = File.ReadAllLines(Path.Combine(Repository.Root, FaultsFile));
        File.WriteAllLines(Path.Combine(copy.Folder, "modules", "faults.bicep"), faults);
        var (exitCode, output) = BicepCompiler.Run(copy.Folder, Deployment.Variables, "lint", "modules/faults.bicep");
        Assert.Equal(1, exitCode);
        var found = Diagnostic().Matches(output).Select(match => $"{match.Groups[1]} {match.Groups[2]}");
        var named = faults.Select((line, at) => (At: at + 1, Rule: RuleNamed().Match(line).Groups[1].Value))
            .Where(fault => fault.Rule != "").ToList();
        Assert.Empty(named.Select(fault => $"{fault.At} {fault.Rule}").Except(found));
        var switchedOn = RuleSwitchedOn().Matches(File.ReadAllText(Path.Combine(copy.Folder, "bicepconfig.json")))
            .Select(match => match.Groups[1].Value);
        Assert.Equal(30, switchedOn.Intersect(named.Select(fault => fault.Rule)).Count());
        Assert.Empty(switchedOn.Except(named.Select(fault => fault.Rule)));
    }

    /// <summary>Every Bicep file and parameter file under the folder, from there.</summary>
    internal static IEnumerable<string> Paths(string folder) => Directory.GetFiles(folder, "*.bicep*", SearchOption.AllDirectories)
        .Where(path => Path.GetExtension(path) is ".bicep" or ".bicepparam")
        .Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"faults\.bicep\((\d+),\d+\) : (?:Error|Warning) ([\w-]+):")]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@" // ([\w-]+)$")]
    private static partial Regex RuleNamed();

    [GeneratedRegex(@"""([\w-]+)"": \{ ""level"": ""error"" \}")]
    private static partial Regex RuleSwitchedOn();

    /// <summary>One run of the linter over all files.</summary>
    public sealed class Linted
    {
        public Linted() => (ExitCode, Output) =
            BicepCompiler.Run(BicepCompiler.Folder, Deployment.Variables, "lint", "--pattern", "**/*.bicep*");

        public int ExitCode { get; }

        public string Output { get; }
    }
}
