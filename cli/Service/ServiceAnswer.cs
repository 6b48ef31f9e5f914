using System.Text.Json;

namespace Benchmarking.CommandLine.Service;

/// <summary>What the service said, as it said it and as it reads.</summary>
internal sealed record ServiceAnswer(string Text, JsonElement Root)
{
    public static ServiceAnswer Read(string text, Uri asked)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ServiceAnswer(text, default);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return new ServiceAnswer(text, document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            throw CommandFailedException.Unreachable(
                $"{asked} did not answer with JSON. Is it the Benchmarking service?", fault);
        }
    }
}
