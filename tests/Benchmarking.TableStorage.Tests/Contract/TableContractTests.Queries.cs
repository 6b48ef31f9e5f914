using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Contract;

/// <summary>Filters, pages, selection.</summary>
public sealed partial class TableContractTests
{
    [Fact]
    public async Task More_than_a_thousand_rows_come_in_several_pages_and_in_key_order()
    {
        var table = await azurite.NewTableAsync();
        var rows = Enumerable.Range(0, 1050).Select(number => $"{number:D5}").ToArray();
        foreach (var chunk in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, Row(row))));
        }

        var pages = await PagesAsync(table.QueryAsync<TableEntity>("PartitionKey eq 'part'"));
        Assert.Equal([1000, 50], pages.Select(page => page.Values.Count));
        Assert.Equal(rows, pages.SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_listing_can_go_on_from_a_kept_token()
    {
        var table = await azurite.NewTableAsync();
        string[] rows = ["a", "b it's %", "c ☂", "d", "e"];
        await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, Row(row))));
        var query = table.QueryAsync<TableEntity>("PartitionKey eq 'part'", maxPerPage: 2);
        var pages = await PagesAsync(query);
        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
        var rest = await PagesAsync(query, pages[0].ContinuationToken);
        Assert.Equal(rows[2..], rest.SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_query_selects_properties_and_fills_own_classes()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Support.Thing.Sample());
        var thing = Assert.Single(await ListAsync(table.QueryAsync<Support.Thing>(select: ["RowKey", "Small"])));
        Assert.Equal(("row", int.MinValue), (thing.RowKey, thing.Small));
        Assert.Null(thing.Text);
    }

    [Fact]
    public async Task A_filter_by_each_type_finds_its_row_alone()
    {
        var table = await azurite.NewTableAsync();
        var sample = Support.Thing.Sample();
        await table.AddEntityAsync(sample);
        await table.AddEntityAsync(new Support.Thing { PartitionKey = "part", RowKey = "other", When = sample.WhenUtc, WhenUtc = sample.WhenUtc.AddDays(1) });
        FormattableString[] filters =
        [
            $"Small eq {sample.Small}",
            $"Large eq {sample.Large}",
            $"Ratio gt {0.25}",
            $"Truth eq {true}",
            $"Id eq {sample.Id}",
            $"When eq {sample.When}",
            $"WhenUtc eq {sample.WhenUtc}",
            $"Bytes eq {sample.Bytes}",
            $"Colour eq {sample.Colour}",
            $"RowKey ge {"row"} and RowKey lt {"rox"}",
            $"not (RowKey eq {"other"})",
        ];
        foreach (var filter in filters)
        {
            var found = await ListAsync(table.QueryAsync<Support.Thing>(TableClient.CreateQueryFilter(filter)));
            Assert.True(found is [{ RowKey: "row" }], TableClient.CreateQueryFilter(filter));
        }
    }

    [Fact]
    public async Task An_unusable_filter_is_400()
    {
        var table = await azurite.NewTableAsync();
        var fault = await Assert.ThrowsAsync<Azure.RequestFailedException>(() => ListAsync(table.QueryAsync<TableEntity>("RowKey eq")));
        Assert.Equal(400, fault.Status);
    }

    [Fact]
    public async Task A_cancelled_listing_stops()
    {
        var table = await azurite.NewTableAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync<TableEntity>().GetAsyncEnumerator(stop.Token).MoveNextAsync());
    }
}
