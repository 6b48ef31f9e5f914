using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>The nightly run: nothing to do the second time, drift named and repaired, old versions swept.</summary>
public sealed class NightlyTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey Pct = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_again_on_the_same_inputs_it_writes_no_row_and_makes_the_same_snapshot()
    {
        using var app = await Filed();
        var first = (await app.Rebuild.Run(Cancellation));
        var rows = await Rows(app);
        var second = (await app.Rebuild.Run(Cancellation));

        Assert.Equal(first.Snapshot, second.Snapshot);
        Assert.Empty(second.Drift);
        Assert.Equal(0, second.Rewritten);
        Assert.Equal(rows, await Rows(app));
    }

    [Theory]
    [InlineData("Observations", "Value")]
    [InlineData("Observations", "Json")]
    [InlineData("Observations", null)]
    [InlineData("CouncilObservations", "Value")]
    [InlineData("CouncilObservations", "State")]
    [InlineData("CouncilObservations", null)]
    public async Task A_figure_altered_by_hand_is_named_and_repaired(string table, string? column)
    {
        using var app = await Filed();
        await app.Rebuild.Run(Cancellation);
        var wanted = await app.State();
        await Alter(app, table, column);

        var report = (await app.Rebuild.Run(Cancellation));
        Assert.Equal($"tameside|{Pct}", Assert.Single(report.Drift));
        Assert.Equal(wanted, await app.State());
        Assert.Empty((await app.Rebuild.Run(Cancellation)).Drift);
    }

    [Fact]
    public async Task A_row_of_no_council_is_named_and_taken_away()
    {
        using var app = await Filed();
        await app.Storage.Observations.AddEntityAsync(
            new TableEntity(StorageKeys.ObservationPartition(Pct), "atlantis") { ["Json"] = "{}" }, Cancellation);
        Assert.Equal($"atlantis|{Pct}", Assert.Single((await app.Rebuild.Run(Cancellation)).Drift));
        Assert.Empty((await app.Rebuild.Run(Cancellation)).Drift);
    }

    [Fact]
    public async Task Versions_that_nothing_names_go_after_an_hour_and_what_is_served_or_kept_stays()
    {
        var account = azurite.NewAccount();
        var clock = new LateClock();
        using var app = new TestApp(account, time: clock, snapshotsKept: 1);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        var old = (await app.Rebuild.Run(Cancellation)).Snapshot!;
        var before = await app.Slices.Versions(Cancellation);
        await app.File(TamesideSavings, Savings("6000000", "11.5"));
        var now = (await app.Rebuild.Run(Cancellation)).Snapshot!;
        Assert.All(before, version => Assert.Contains(version, app.Slices.Versions(Cancellation).Result));

        clock.Late += TimeSpan.FromMinutes(61);
        await app.Rebuild.Run(Cancellation);
        using var reader = new TestApp(account);
        Assert.Null(await reader.Snapshots.Find(old, Cancellation));
        var kept = (await reader.Snapshots.Find(now, Cancellation))!;
        Assert.Equal(
            kept.Slices.Select(slice => $"{slice.Key}|{slice.Value}").Order(), (await reader.Slices.Versions(Cancellation)).Order());
    }

    [Fact]
    public async Task A_version_written_while_the_sweep_looks_stays()
    {
        using var app = await Filed();
        var pointer = await app.Slices.Pointer(Pct, Cancellation);
        var version = StorageKeys.ComparisonPartition(Pct, pointer.Version!);
        Assert.False(await app.Slices.Remove(version, TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1), Cancellation));
        Assert.Contains(version, await app.Slices.Versions(Cancellation));
    }

    private async Task<TestApp> Filed()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.File("hackney/2012-13/savings.csv", Savings("4000000", "5"));
        await app.DrainQueue();
        return app;
    }

    private static async Task Alter(TestApp app, string table, string? column)
    {
        var (client, partition, row) = table == "Observations"
            ? (app.Storage.Observations, StorageKeys.ObservationPartition(Pct), "tameside")
            : (app.Storage.CouncilObservations, "tameside", Pct.ToString());
        if (column is null)
        {
            await client.DeleteEntityAsync(partition, row, cancellationToken: Cancellation);
            return;
        }

        var entity = (await client.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancellation)).Value;
        entity[column] = column == "Value" ? 99.9 : "altered";
        await client.UpdateEntityAsync(entity, Azure.ETag.All, TableUpdateMode.Replace, Cancellation);
    }

    /// <summary>Every row of every table with its tag, but for the report of the run itself.</summary>
    private static async Task<string> Rows(TestApp app)
    {
        var lines = new List<string>();
        foreach (var table in new[]
        {
            app.Storage.Ledger, app.Storage.Filings, app.Storage.Observations, app.Storage.CouncilObservations, app.Storage.Slices,
            app.Storage.Comparisons, app.Storage.StaleSlices, app.Storage.SnapshotPointers, app.Storage.Poison,
        })
        {
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                lines.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return string.Join('\n', lines.Where(line => !line.Contains(" refreshes ", StringComparison.Ordinal)));
    }
}
