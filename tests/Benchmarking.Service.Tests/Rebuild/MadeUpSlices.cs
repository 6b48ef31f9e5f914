using System.Globalization;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Service.Tests.Rebuild;

/// <summary>A large account made quickly: slices that are served though nobody filed a figure of them, and figures that are
/// nobody's.</summary>
internal static class MadeUpSlices
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes slices served under a version that no rule gives, so that a rebuild serves each anew.</summary>
    public static async Task Serve(TestApp app, int count)
    {
        foreach (var metric in Keys(count).GroupBy(key => key.Metric))
        {
            foreach (var batch in metric.Chunk(100))
            {
                await app.Storage.Slices.SubmitTransactionAsync(
                    batch.Select(key => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        new TableEntity(StorageKeys.SlicePartition(key), StorageKeys.SliceRow(key)) { ["Version"] = "made-up",
                            ["Inputs"] = "made-up" })),
                    Cancellation);
            }
        }
    }

    /// <summary>Puts figures of councils that do not exist into slices, a hundred into each; returns them as drift is told.</summary>
    public static async Task<IReadOnlyList<string>> AddStrangers(TestApp app, int count)
    {
        var told = new List<string>();
        foreach (var key in Keys(count / 100))
        {
            string[] strangers = [.. Enumerable.Range(0, 100).Select(n => string.Create(CultureInfo.InvariantCulture, $"atlantis-{n}"))];
            told.AddRange(strangers.Select(stranger => $"{stranger}|{key}"));
            await app.Storage.Observations.SubmitTransactionAsync(
                strangers.Select(stranger => new TableTransactionAction(
                    TableTransactionActionType.Add, new TableEntity(StorageKeys.ObservationPartition(key), stranger) { ["Json"] = "{}" })),
                Cancellation);
        }

        return told;
    }

    private static IEnumerable<SliceKey> Keys(int count) =>
        (from year in Enumerable.Range(1995, 40)
         from status in Enum.GetValues<FigureStatus>()
         from metric in ReferenceData.Current.Metrics.All.Select(metric => metric.Code)
         select new SliceKey(metric, new FinancialYear(year), status)).Take(count);
}
