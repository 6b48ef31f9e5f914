using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Telemetry;
using Microsoft.Extensions.Options;

namespace Benchmarking.Functions.CustomHandler;

/// <summary>The doors for a Functions host: its ping at <c>/</c>, and <c>POST /{function}</c> for each trigger. A success is 200 with a JSON
/// object: at 204 or an empty body the host waits until its time limit and ends the process.</summary>
internal static class HostDoors
{
    private static readonly Dictionary<string, string[]> NoOutputs = [];

    /// <summary>Before everything else, so that the ping costs no routing, log or storage.</summary>
    public static void UseHostPing(this WebApplication app) => app.Use((context, next) =>
    {
        if (!HostRequest.IsPing(context.Request))
        {
            return next(context);
        }

        Traces.LeaveOut(context);
        return context.Response.WriteAsync("ready", context.RequestAborted);
    });

    public static void MapHostDoors(this WebApplication app)
    {
        foreach (var (name, work) in app.Services.GetRequiredService<HostFunctions>().ByName)
        {
            app.MapPost($"/{name}", (Delegate)((HttpContext context) => Handle(context, name, work))).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> Handle(HttpContext context, string name, Func<TriggerPayload, CancellationToken, Task> work)
    {
        if (!HostRequest.IsInvocation(context.Request))
        {
            return Results.NotFound();
        }

        var services = context.RequestServices;
        var log = services.GetRequiredService<ILogger<HostFunctions>>();
        var options = services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;
        var invocation = context.Request.Headers[HostRequest.InvocationId].ToString();
        using var scope = log.BeginScope(new InvocationScope(invocation));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.InvocationSeconds), services.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            var payload = await PayloadReader.Read(context.Request.Body, either.Token);

            // Answered in time even where the work does not heed the token.
            await Task.Run(() => work(payload, either.Token), either.Token).WaitAsync(either.Token);
            return Results.Json(new { Outputs = NoOutputs, Logs = Array.Empty<string>(), ReturnValue = (string?)null }, PascalCase);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Log.InvocationTooLong(log, name, options.InvocationSeconds);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.InvocationBrokenOff(log, name);
        }
        catch (Exception failure)
        {
            Log.InvocationFailed(log, failure, name);
        }

        return new Problem(
            StatusCodes.Status500InternalServerError, "invocation-failed", "The invocation failed", $"{name} {invocation}: the reason is in the log.");
    }

    private static readonly System.Text.Json.JsonSerializerOptions PascalCase = new();
}
