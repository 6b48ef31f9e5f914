using System.Diagnostics;
using Benchmarking.Core;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Work;

/// <summary>Recomputes one slice from all councils' observations. The pointer is read before the observations and written on condition
/// that it is still the same, so that a computation on older figures never replaces one on newer: the loser computes again.</summary>
internal sealed class RefreshSlice(
    ObservationStore observations, SliceStore slices, StaleSliceStore stale, Instruments instruments, TimeProvider clock,
    ILogger<RefreshSlice> log)
{
    private const int Tries = 50;

    /// <summary>Recomputes a slice that somebody asked for, as part of the trace of what made it stale.</summary>
    public async Task<bool> Run(StaleSlice asked, CancellationToken cancellation)
    {
        using var activity = Traces.Start(nameof(RefreshSlice), asked.Cause);
        activity?.SetTag("benchmarking.slice", asked.Key.ToString());
        var started = Stopwatch.GetTimestamp();
        var served = await Run(asked.Key, cancellation);
        activity?.SetTag("benchmarking.served", served);
        instruments.SliceRefreshed(Stopwatch.GetElapsedTime(started), served, clock.GetUtcNow() - asked.ChangedAt);
        return served;
    }

    /// <summary>True where a new version is served; false where nothing had changed and nothing was written.</summary>
    public async Task<bool> Run(SliceKey key, CancellationToken cancellation)
    {
        // Taken away first: whoever changes a figure from here on asks again.
        await stale.Unmark(key, cancellation);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var pointer = await slices.Pointer(key, cancellation);
            var figures = await observations.OfSlice(key, cancellation);
            var slice = RefreshPipeline.Refresh(key, figures.Filed, figures.Published, ReferenceData.Current);
            if (slice.Version == pointer.Version || (pointer.Version is null && slice.Observations.Count == 0))
            {
                return false;
            }

            await slices.Save(slice, cancellation);
            if (await slices.Serve(pointer, slice, cancellation))
            {
                Log.SliceServed(log, key.ToString(), slice.Version, slice.Observations.Count);
                return true;
            }
        }

        throw new InvalidOperationException($"Slice {key} could not be served: it changed {Tries} times meanwhile.");
    }
}
