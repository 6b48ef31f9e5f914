using System.Text.RegularExpressions;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>The addresses of the app as its doors map them, read from the code: <c>GET /councils/{council}</c>.</summary>
internal static partial class Routes
{
    /// <summary>Where callers' doors are mapped. The addresses by which a Functions host fires triggers are no part of the interface.</summary>
    private static readonly string[] Doors = ["service/Endpoints", "service/Setup"];

    public static IReadOnlyList<string> InCode()
    {
        var found = TrackedFiles.Sources.Where(file => Doors.Contains(file.Folder))
            .SelectMany(file => Mapping().Matches(file.Text).Select(match => $"{Method(match.Groups["method"].Value)} {Address(match.Groups["address"].Value)}"))
            .ToArray();
        Assert.True(found.Length > 15, "The doors of the app are no longer found.");
        return found;
    }

    private static string Method(string name) => name == "OpenApi" ? "GET" : name.ToUpperInvariant();

    /// <summary>A literal, a constant of another class, or a literal with such a constant in it.</summary>
    private static string Address(string argument)
    {
        if (argument.StartsWith('"'))
        {
            return argument.Trim('"');
        }

        return argument.StartsWith("$\"", StringComparison.Ordinal)
            ? Hole().Replace(argument[2..^1], hole => Constant(hole.Groups[1].Value))
            : Constant(argument);
    }

    private static string Constant(string name)
    {
        var parts = name.Split('.');
        Assert.True(parts.Length == 2, $"An address is written as '{name}': use a literal, or a constant by its class.");
        var file = TrackedFiles.Sources.Single(source => Doors.Contains(source.Folder) && source.Name == $"{parts[0]}.cs");
        return Regex.Match(file.Text, $"const string {parts[1]} = \"([^\"]+)\"").Groups[1].Value;
    }

    [GeneratedRegex(@"\.Map(?<method>Get|Put|Post|Delete|Patch|OpenApi)\((?<address>[^,()]+)")]
    private static partial Regex Mapping();

    [GeneratedRegex(@"\{([A-Za-z]+\.[A-Za-z]+)\}")]
    private static partial Regex Hole();
}
