using System.CommandLine;

namespace Benchmarking.CommandLine.Commands;

/// <summary>The option that names a model of nearness.</summary>
internal static class NearestModels
{
    public static Option<string?> Option() => new("--model")
    {
        Description = "areas-1 (2011, the usual one) or areas-2 (2021 to 2025); with nearest:K only.",
    };
}
