using System.Diagnostics;

namespace Benchmarking.Service.Telemetry;

/// <summary>One trace from an upload to the slices that show it: the request's context goes with the blob and with each queue message
/// (W3C Trace Context, field <c>traceparent</c>), and whoever takes the work up goes on from there.</summary>
internal static class Traces
{
    public const string Name = "Benchmarking";

    /// <summary>The blob metadata in which the context of an upload is kept.</summary>
    public const string Field = "traceparent";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>The context to hand on; null where nobody records this trace.</summary>
    public static string? Current => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } recorded ? recorded.Id : null;

    /// <summary>Starts a piece of work as part of what caused it; the invocation in which it is done, if another, is linked. A
    /// <paramref name="cause"/> that is none (it comes from outside) is passed over.</summary>
    public static Activity? Start(string name, string? cause = null)
    {
        if (!ActivityContext.TryParse(cause, null, isRemote: true, out var parent))
        {
            return Source.StartActivity(name);
        }

        ActivityLink[] links = Activity.Current is { } current && current.TraceId != parent.TraceId
            ? [new ActivityLink(current.Context)]
            : [];
        return Source.StartActivity(name, ActivityKind.Consumer, parent, links: links);
    }
}
