using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;
using Microsoft.AspNetCore.Diagnostics;

namespace Benchmarking.Service.Http;

/// <summary>Problems where the framework answers with a status alone.</summary>
internal static partial class StatusProblems
{
    public static Task Write(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Unknown(context.HttpContext.Request).ExecuteAsync(context.HttpContext),
        StatusCodes.Status405MethodNotAllowed => new Problem(
            StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "Method not allowed",
            "This address does not take that method; see /openapi/v1.json.").ExecuteAsync(context.HttpContext),
        _ => Task.CompletedTask,
    };

    /// <summary>A year with a slash is two parts of an address: the right one is told, in small letters as every address is.</summary>
    private static Problem Unknown(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var meant = SlashedYear().Match(path) is { Success: true } found && FinancialYear.TryParse(found.Value[1..], out var year)
            ? $"{path[..found.Index]}/{year}{path[(found.Index + found.Length)..]}".ToLowerInvariant()
            : null;
        return meant is null
            ? Problem.NotFound("route-unknown", "Unknown address", "There is nothing at this address; see /openapi/v1.json.")
            : Problem.NotFound("route-unknown", "Unknown address", $"There is nothing at this address. Is {meant} meant?", [meant]);
    }

    [GeneratedRegex("/[0-9]{4}/([0-9]{2}|[0-9]{4})(?=/|$)")]
    private static partial Regex SlashedYear();
}
