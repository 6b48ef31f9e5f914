using Azure.Data.Tables;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>What an ingest costs does not grow with the number of councils that have figures.</summary>
public sealed class StorageCallTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly string[] Touched = ["savings-total|2012-13|actual", "savings-pct-net-budget|2012-13|actual"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ingest_makes_as_many_storage_calls_among_three_thousand_councils_as_among_ten()
    {
        var calls = new List<int>();
        foreach (var councils in new[] { 10, 150, 3_000 })
        {
            var connection = azurite.NewAccount();
            using var app = new TestApp(connection);
            await app.Storage.CreateMissing(Cancellation);
            await Fill(app, councils);
            await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
            var counted = new StorageFaults(int.MaxValue, Fault.Before);
            using var counting = new TestApp(connection, counted);
            await counting.Ingest.Run(TamesideSavings, Cancellation);
            calls.Add(counted.Calls);
        }

        TestContext.Current.SendDiagnosticMessage($"Storage calls of an ingest among 10, 150 and 3,000 councils: "
            + $"{string.Join(", ", calls)}.");
        Assert.Single(calls.Distinct());
        Assert.InRange(calls[0], 10, 60);
    }

    private static async Task Fill(TestApp app, int councils)
    {
        foreach (var key in Touched.Select(SliceKey.Parse))
        {
            var rows = Enumerable.Range(0, councils).Select(n => new Observation(
                key.Metric, key.Year, key.Status, CouncilCode.Parse($"council-{n}"), ValueState.Reported, n, null, null, "as filed", [],
                []));
            foreach (var batch in rows.Chunk(100))
            {
                await app.Storage.Observations.SubmitTransactionAsync(
                    batch.Select(figure => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToRow(key, figure))),
                    Cancellation);
            }
        }
    }

    private static TableEntity ToRow(SliceKey key, Observation figure) =>
        new(StorageKeys.ObservationPartition(key), StorageKeys.ObservationRow(figure.Council)) { ["Json"] = ObservationJson.Write(figure) };
}
