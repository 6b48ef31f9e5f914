using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Benchmarking.Service.Telemetry;

/// <summary>Counts and times each call of storage, retries and waits included.</summary>
internal sealed class StorageCallPolicy(Instruments instruments, string service) : HttpPipelinePolicy
{
    private const string NoAnswer = "none";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Count(message, started);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Count(message, started);
        }
    }

    private void Count(HttpMessage message, long started) => instruments.StorageCalled(
        service,
        message.Request.Method.Method,
        message.HasResponse ? message.Response.Status.ToString(CultureInfo.InvariantCulture) : NoAnswer,
        Stopwatch.GetElapsedTime(started),
        message.ProcessingContext.RetryNumber);
}
