using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>The peers of an answer on one line; nearest areas with the version of their model.</summary>
internal static class PeersInWords
{
    /// <summary>Of an answer about one year, which has the group.</summary>
    public static string? OfGroup(JsonElement answer) => Words(answer.Text("peerGroup"), answer.Member("peerGroup").Text("model"));

    /// <summary>Of an answer over years, which has its name.</summary>
    public static string? OfTrend(JsonElement trend) => Words(trend.Text("peers") ?? trend.Text("peerGroup"), trend.Text("peersModel"));

    private static string? Words(string? peers, string? model) => model is null ? peers : $"{peers} by {model}";
}
