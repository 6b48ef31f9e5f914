using System.Globalization;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Methods;

/// <summary>A page of docs/methods with the worked examples that stand in its table <c>input | expected</c>.</summary>
internal sealed record MethodPage(string Name, string Text, IReadOnlyList<MethodExample> Examples)
{
    private const string Head = "| input | expected |";

    private static string Folder => Path.Combine(Repository.Root, "docs", "methods");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "README" && !WithoutExamples.Contains(name))
            .Order(StringComparer.Ordinal);

    /// <summary>The figures of these pages are made by tests of their own.</summary>
    private static readonly string[] WithoutExamples = ["category-check", "pattern-check"];

    public static string Index => File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static MethodPage Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{name}.md"));
        var rows = text.Split('\n').SkipWhile(line => line != Head).Skip(2).TakeWhile(line => line.StartsWith('|'));
        return new(name, text, [.. rows.Select(MethodExample.Read)]);
    }
}

/// <summary>One row: what goes in, as <c>name: value; name: value</c>, and what must come out.</summary>
internal sealed record MethodExample(IReadOnlyDictionary<string, string> Input, IReadOnlyList<string> Expected)
{
    public static MethodExample Read(string row)
    {
        var cells = row.Trim('|').Split('|');
        var input = cells[0].Split(';').Select(part => part.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return new(input, [.. cells[1].Split(',').Select(word => word.Trim())]);
    }

    public bool Has(string name) => Input.ContainsKey(name);

    public string Word(string name) => Input.GetValueOrDefault(name, "");

    public decimal Number(string name) => VectorFile.Number(Input[name]);

    public int Whole(string name) => int.Parse(Input[name], CultureInfo.InvariantCulture);

    public IReadOnlyList<decimal> Numbers(string name) => [.. Input[name].Split(',').Select(word => VectorFile.Number(word.Trim()))];

    public DateOnly Day(string name) => DateOnly.ParseExact(Input[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
