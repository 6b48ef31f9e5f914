using System.Text;
using Azure.Data.Tables;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Service.Tests.Storage;

/// <summary>What a caller makes as long as it can be is written, and comes back: every write of these tests passes Azure's limits and the
/// stated bounds.</summary>
public sealed class BoundsTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey Key = SliceKey.Parse("savings-total|2012-13|actual");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_announces_every_metric_in_a_hundred_years_and_every_status()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        SliceKey[] all =
        [
            .. from metric in ReferenceData.Current.Metrics.All
               from year in Enumerable.Range(2000, 99)
               from status in Enum.GetValues<FigureStatus>()
               select new SliceKey(metric.Code, new FinancialYear(year), status),
        ];
        var random = new Random(2012);
        foreach (var due in new[] { all, [.. all.Where(_ => random.Next(2) == 0)] })
        {
            var announced = await app.Ledgers.Announce(await app.Ledgers.Read("kent", Cancellation), due, Cancellation);
            Assert.NotNull(announced);
            Assert.Equal(due.Order(), (await app.Ledgers.Read("kent", Cancellation)).Due);
            Assert.NotNull(await app.Ledgers.Finish(announced, Cancellation));
        }
    }

    /// <summary>Ten thousand councils, each with receipts and numbers of its own: what packs worst.</summary>
    [Theory]
    [InlineData(150)]
    [InlineData(10_000)]
    public async Task A_slice_of_any_number_of_councils_is_written_and_read(int councils)
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var random = new Random(councils);
        Observation[] figures =
        [
            .. Enumerable.Range(0, councils).Select(n => new Observation(
                Key.Metric, Key.Year, Key.Status, CouncilCode.Parse($"council-{n}"), ValueState.Derived, random.NextInt64() / 7m,
                null, null, "savings as filed",
                [.. Enumerable.Range(0, 2).Select(_ => new ObservationSource(Hash(random), Lines(random)))], [])),
        ];
        var slice = SliceCodec.Make(Key, figures, [.. Enumerable.Range(0, 150).Select(n => new GroupSummary($"region:{n}", "{}"))]);
        await app.Slices.Save(slice, Cancellation);
        using var other = new TestApp(app.Connection);
        var read = await other.Slices.Load(Key, slice.Version, Cancellation);
        Assert.Equal(figures.Select(ObservationJson.Write), read.Observations.Select(ObservationJson.Write));
    }

    [Fact]
    public async Task A_slice_of_which_a_row_is_gone_is_not_there()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var random = new Random(1);
        var slice = SliceCodec.Make(Key, [.. Enumerable.Range(0, 9_000).Select(n => new Observation(
            Key.Metric, Key.Year, Key.Status, CouncilCode.Parse($"council-{n}"), ValueState.Derived, random.NextInt64() / 7m,
            null, null, "savings as filed",
            [new ObservationSource(Hash(random), Lines(random))], []))], []);
        await app.Slices.Save(slice, Cancellation);
        await app.Storage.Comparisons.DeleteEntityAsync($"{Key}|{slice.Version}", "values|1", cancellationToken: Cancellation);
        using var other = new TestApp(app.Connection);
        Assert.Null(await other.Slices.Find(Key, slice.Version, Cancellation));
    }

    [Fact]
    public async Task What_is_put_aside_is_cut_where_it_is_longer_than_a_blobs_name()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Poison.Put("RefreshSlice", new string('x', 60_000), new string('y', 60_000), Cancellation);
        await app.Poison.Put("RefreshSlice", new string('x', 59_999), "another", Cancellation);
        var aside = await app.Poison.All(Cancellation);
        Assert.Equal([1_024, 1_024], aside.Select(item => item.Subject.Length));
        Assert.All(aside, item => Assert.EndsWith("…", item.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_saved_may_be_ten_times_as_long_as_the_body_it_came_in()
    {
        using var app = new TestApp(azurite.NewAccount());
        await app.Storage.CreateMissing(Cancellation);
        var saved = new SavedStore(app.Storage, TimeProvider.System);
        var content = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, 10 * SavedStore.MaxBytes).Select(n => (char)('a' + n % 26))));
        await saved.Save(SavedStore.Programmes, "plan", content, new Saver("key", false), null, false, Cancellation);
        Assert.Equal(content, (await saved.Find(SavedStore.Programmes, "plan", Cancellation))!.Content);
    }

    [Fact]
    public async Task A_blob_under_the_longest_name_that_is_no_returns_path_is_in_the_ledger()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var name = $"{new string('n', 1_020)}.csv";
        var receipt = await app.File(name, "financial_year\n");
        Assert.Equal(name, Assert.Single((await app.Ledgers.Read("_unfiled", Cancellation)).Entries).Latest.Path);
        Assert.Equal($"returns/{name}", receipt.Path);
    }

    /// <summary>A hundred rows of thirty kilobytes are more than a transaction takes.</summary>
    [Theory]
    [InlineData(250, 10)]
    [InlineData(250, 32_000)]
    public async Task Rows_go_in_as_many_transactions_as_their_number_and_length_need(int rows, int length)
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var text = string.Concat(Enumerable.Repeat("\"£", length / 2));
        var all = Enumerable.Range(0, rows).Select(n => new TableEntity("part", $"{n:D4}") { ["Summary"] = text });
        foreach (var batch in TableBatches.OfUpserts(all))
        {
            await app.Storage.Comparisons.SubmitTransactionAsync(batch, Cancellation);
        }

        var count = 0;
        await foreach (var row in app.Storage.Comparisons.QueryAsync<TableEntity>(select: ["RowKey"], cancellationToken: Cancellation))
        {
            count++;
        }

        Assert.Equal(rows, count);
    }

    private static string Hash(Random random) => $"{random.NextInt64():x16}{random.NextInt64():x16}";

    private static SourceLines Lines(Random random) => SourceLines.Of(Enumerable.Range(0, 60).Select(_ => random.Next(1, 1_000_000)));
}
