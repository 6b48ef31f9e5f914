using System.Text.Json.Nodes;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>Reading the JSON of a resource by paths such as <c>properties/siteConfig/appSettings</c>.</summary>
internal static class ResourceNode
{
    public static JsonNode At(this JsonNode node, string path) => path.Split('/').Aggregate(node, (inner, name) =>
        inner[name] ?? throw new InvalidOperationException($"There is no {path} in {node.ToJsonString()}"));

    public static string Text(this JsonNode node, string path) => node.At(path).GetValue<string>();

    public static bool Is(this JsonNode node, string path) => node.At(path).GetValue<bool>();

    public static IEnumerable<string> Texts(this JsonNode node, string path) => node.List(path).Select(item => item.GetValue<string>());

    public static IEnumerable<JsonNode> List(this JsonNode node, string path) => node.At(path).AsArray().Select(item => item!);
}
