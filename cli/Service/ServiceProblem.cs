using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Benchmarking.CommandLine.Service;

/// <summary>A refusal (RFC 9457) as sentences.</summary>
internal static class ServiceProblem
{
    public static CommandFailedException From(HttpStatusCode status, string body, string? key)
    {
        var problem = Read(body);
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        var title = problem.Text("title") ?? "The service refused without saying why";
        var code = problem.Text("code") is { } stable ? $"{stable}, {number}" : number;
        List<string> lines = [$"{title.TrimEnd('.')} ({code})."];
        lines.AddRange(new[] { problem.Text("detail"), Hint(status, key) }.OfType<string>());
        return new CommandFailedException(ExitCodeOf(status), string.Join('\n', lines));
    }

    // A service that is overloaded or broken cannot be used now; anything else is the request's fault.
    private static int ExitCodeOf(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status is >= 500 or < 400
            ? ExitCode.Unreachable
            : ExitCode.Usage;

    private static string? Hint(HttpStatusCode status, string? key) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when key is null =>
            $"No key was sent: give --key or {ServiceKeys.Variable}.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            "The service sent us elsewhere; give its right address with --url.",
        _ => null,
    };

    private static JsonElement Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
