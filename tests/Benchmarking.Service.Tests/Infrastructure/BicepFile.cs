using System.Text.RegularExpressions;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>A Bicep file read as text, as far as these tests ask. It is no compiler: what is declared, what is handed over, and what a
/// named list or object holds, for files written in the plain style of <c>infra/</c>.</summary>
internal sealed partial class BicepFile
{
    private BicepFile(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        Code = Comment().Replace(Text, "");
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Text { get; }

    /// <summary>The text without its comment lines.</summary>
    public string Code { get; }

    public IReadOnlyList<string> Parameters => Names(Parameter());

    public IReadOnlyList<string> RequiredParameters => Names(RequiredParameter());

    public IReadOnlyList<string> Variables => Names(Variable());

    public IReadOnlyList<string> Outputs => Names(Output());

    public static BicepFile Main => new(In("infra", "main.bicep"));

    public static IReadOnlyList<BicepFile> Modules => Of("modules", "*.bicep");

    public static IReadOnlyList<BicepFile> Environments => Of("environments", "*.bicepparam");

    public static IReadOnlyList<BicepFile> All => [Main, .. Modules, .. Environments];

    public static BicepFile Module(string name) => new(In("infra", "modules", $"{name}.bicep"));

    /// <summary>The modules that the file deploys: symbol, file and the names handed over.</summary>
    public IEnumerable<(string Symbol, string File, IReadOnlyList<string> Given)> Calls() =>
        ModuleCall().Matches(Code).Select(call =>
        {
            var body = Body(Code, call.Index + call.Length - 1);
            var given = body.IndexOf("params: {", StringComparison.Ordinal) is >= 0 and var at ? Body(body, at + "params: ".Length) : "{}";
            return (call.Groups[1].Value, call.Groups[2].Value, Keys(given));
        });

    /// <summary>The strings of <c>var name = ['a' 'b']</c>.</summary>
    public IReadOnlyList<string> List(string name) => [.. Quoted().Matches(Value(name)).Select(match => match.Groups[1].Value)];

    /// <summary>The keys of <c>var name = { … }</c>.</summary>
    public IReadOnlyList<string> KeysOf(string name) => Keys(Value(name));

    /// <summary>Key and value, as text, of <c>var name = { … }</c>.</summary>
    public IReadOnlyDictionary<string, string> Entries(string name) =>
        Entry().Matches(Value(name)).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());

    /// <summary>The default of a parameter, as text; null where it has none.</summary>
    public string? Default(string parameter) =>
        Regex.Match(Code, $@"^param {parameter} \w+ = (.+)$", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups[1].Value.Trim().Trim('\'')
            : null;

    /// <summary>How often a name is used, its declaration included.</summary>
    public int Uses(string name) => Regex.Count(Code, $@"\b{Regex.Escape(name)}\b");

    private static string In(params string[] parts) => System.IO.Path.Combine([Repository.Root, .. parts]);

    private static BicepFile[] Of(string folder, string pattern) =>
        [.. Directory.GetFiles(In("infra", folder), pattern).Order(StringComparer.Ordinal).Select(path => new BicepFile(path))];

    private static string Body(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            depth += text[at] is '{' or '[' ? 1 : text[at] is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return text[open..(at + 1)];
            }
        }

        throw new InvalidOperationException($"A bracket is not closed: {text[open..Math.Min(text.Length, open + 40)]}");
    }

    /// <summary>The keys of the outermost object only.</summary>
    private static IReadOnlyList<string> Keys(string body)
    {
        var inside = body[1..^1];
        while (Nested().IsMatch(inside))
        {
            inside = Nested().Replace(inside, "");
        }

        return Names(Key(), inside);
    }

    private static IReadOnlyList<string> Names(Regex pattern, string text) => [.. pattern.Matches(text).Select(match => match.Groups[1].Value)];

    private IReadOnlyList<string> Names(Regex pattern) => Names(pattern, Code);

    private string Value(string name)
    {
        var match = Regex.Match(Code, $@"^var {name} = (?=[\[{{])", RegexOptions.Multiline);
        return match.Success
            ? Body(Code, match.Index + match.Length)
            : throw new InvalidOperationException($"{Name} has no list or object '{name}'.");
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^param (\w+)", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^param (\w+) \w+[ ]*\r?$", RegexOptions.Multiline)]
    private static partial Regex RequiredParameter();

    [GeneratedRegex(@"^var (\w+)", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^output (\w+)", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^module (\w+) '([^']+)' = \{", RegexOptions.Multiline)]
    private static partial Regex ModuleCall();

    [GeneratedRegex(@"'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*(\w+):", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*(\w+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\{[^{}]*\}|\[[^\[\]]*\]")]
    private static partial Regex Nested();
}
