using Azure.Storage.Queues.Models;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Benchmarking.Service;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>Stand-alone stand-in for the queue trigger: recomputes the slices that wait. A message is taken off the queue only after its
/// slice is served; one that came five times is put aside.</summary>
internal sealed class QueueReader(
    StorageClients storage, RefreshSlice refresh, StaleSliceStore stale, PoisonStore poison, ILogger<QueueReader> log) : BackgroundService
{
    private const string Trigger = FunctionNames.RefreshSlice;
    private const int Batch = 32;

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Read(stoppingToken) == 0)
                {
                    await stale.WaitForNews(Interval, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.LookFailed(log, failure, Trigger);
                await Task.Delay(Interval, stoppingToken);
            }
        }
    }

    private async Task<int> Read(CancellationToken stop)
    {
        QueueMessage[] messages = (await storage.StaleSliceMessages.ReceiveMessagesAsync(Batch, Hidden, stop)).Value;

        // Several messages for one slice are one piece of work.
        await Parallel.ForEachAsync(
            messages.GroupBy(message => StaleSlice.TryParse(message.Body.ToString(), out var slice) ? slice.Key.ToString() : message.Body.ToString(), StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stop },
            async (same, cancellation) => await Refresh([.. same], cancellation));
        return messages.Length;
    }

    private async Task Refresh(QueueMessage[] messages, CancellationToken stop)
    {
        var text = messages[0].Body.ToString();
        if (StaleSlice.TryParse(text, out var slice) && messages.Max(message => message.DequeueCount) <= FunctionNames.Tries)
        {
            try
            {
                await refresh.Run(slice, stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.TryFailed(log, failure, Trigger, text, (int)messages.Max(message => message.DequeueCount));
                return;
            }
        }
        else
        {
            await poison.Put(Trigger, slice?.Key.ToString() ?? text, slice is null ? "not a slice" : "failed too often", stop);
        }

        foreach (var message in messages)
        {
            await storage.StaleSliceMessages.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
        }
    }
}
