using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Work;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Queues;
using Microsoft.Extensions.Options;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>How each queue is worked off: how much at a time, how often it is looked at, and how soon a message comes again.</summary>
internal sealed class QueueProcessors(IOptions<BenchmarkingOptions> options) : IQueueProcessorFactory
{
    private const int SlicesAtATime = 8;

    public QueueProcessor Create(QueueProcessorOptions queueProcessorOptions)
    {
        var settings = queueProcessorOptions.Options;
        var width = queueProcessorOptions.Queue.Name is BlobWatcher.Queue or BlobWatcher.DatasetQueue ? options.Value.IngestConcurrency
            : SlicesAtATime;
        settings.BatchSize = (width + 1) / 2;
        settings.NewBatchThreshold = width - settings.BatchSize;
        settings.MaxDequeueCount = FunctionNames.Tries;
        settings.MessageEncoding = QueueMessageEncoding.Base64;

        // Nobody pays for a look at storage on one's own machine; the SDK's minute would keep whoever files a return waiting.
        settings.MaxPollingInterval = TimeSpan.FromMilliseconds(250);

        // The SDK's none would spend all tries in one breath.
        settings.VisibilityTimeout = TimeSpan.FromMilliseconds(500);
        return new Processor(queueProcessorOptions);
    }

    /// <summary>The SDK's own, whose constructor it keeps to those who derive from it. The SDK ends the process where it cannot tell
    /// storage that a message is done with; here the message comes again by itself, when the time for which it is hidden is
    /// over.</summary>
    private sealed class Processor(QueueProcessorOptions options) : QueueProcessor(options)
    {
        protected override async Task CompleteProcessingMessageAsync(
            QueueMessage message, FunctionResult result, CancellationToken cancellationToken)
        {
            try
            {
                await base.CompleteProcessingMessageAsync(message, result, cancellationToken);
            }
            catch (Exception away) when (away is RequestFailedException or AggregateException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested)
            {
                // Storage is away.
            }
        }
    }
}
