using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Benchmarking.Service.Tests.Storage;

/// <summary>All or nothing, and pages.</summary>
public sealed partial class TableContractTests
{
    [Fact]
    public async Task A_transaction_answers_in_order_with_the_tag_of_each_row()
    {
        var table = await NewTable();
        var tag = (await table.AddEntityAsync(Row("update"), Cancellation)).Headers.ETag!.Value;
        await table.AddEntityAsync(Row("delete"), Cancellation);
        var answer = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpdateReplace, Row("update", 2), tag), new(TableTransactionActionType.Add, Row("add", 2)),
                new(TableTransactionActionType.Delete, Row("delete"), ETag.All), new(
                    TableTransactionActionType.UpsertReplace, Row("upsert", 2)),
            ],
            Cancellation);
        var rows = (await All(table.QueryAsync<TableEntity>(cancellationToken: Cancellation))).ToDictionary(row => row.RowKey);
        Assert.Equal(["add", "update", "upsert"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            (rows["update"].ETag, rows["upsert"].ETag), (answer.Value[0].Headers.ETag!.Value, answer.Value[3].Headers.ETag!.Value));
    }

    [Theory]
    [InlineData(TableTransactionActionType.Add, 409)]
    [InlineData(TableTransactionActionType.UpdateReplace, 412)]
    public async Task A_transaction_that_fails_leaves_nothing_behind_and_its_status_is_that_of_the_row(
        TableTransactionActionType type, int status)
    {
        var table = await NewTable();
        var old = (await table.AddEntityAsync(Row("taken", 1), Cancellation)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("taken", 2), TableUpdateMode.Replace, Cancellation);
        var fault = Assert.IsType<TableTransactionFailedException>(await Refused(
            () => table.SubmitTransactionAsync(
                [new(TableTransactionActionType.UpsertReplace, Row("a")), new(type, Row("taken", 3), old)], Cancellation),
            status, status == 409 ? TableErrorCode.EntityAlreadyExists : TableErrorCode.UpdateConditionNotSatisfied));
        Assert.Equal(1, fault.FailedTransactionActionIndex);
        Assert.Equal(2, Assert.Single(await All(table.QueryAsync<TableEntity>(cancellationToken: Cancellation))).GetInt32("Number"));
    }

    [Fact]
    public async Task A_transaction_takes_a_hundred_rows()
    {
        var table = await NewTable();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(
            n => new TableTransactionAction(TableTransactionActionType.Add, Row($"{n:D3}", n))), Cancellation);
        Assert.Equal(100, (await All(table.QueryAsync<TableEntity>(cancellationToken: Cancellation))).Count);
    }

    [Fact]
    public async Task More_than_a_thousand_rows_come_in_key_order_over_pages_and_a_listing_goes_on_from_a_token()
    {
        var table = await NewTable();
        var keys = Enumerable.Range(0, 1_050).Select(number => $"{number:D5}").ToArray();
        foreach (var chunk in keys.Chunk(100))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(key => new TableTransactionAction(TableTransactionActionType.Add, Row(key))), Cancellation);
        }

        var query = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {"part"}"), cancellationToken: Cancellation);
        Assert.Equal(keys, (await All(query)).Select(row => row.RowKey));
        var pages = await All(query.AsPages());
        Assert.Equal([1_000, 50], pages.Select(page => page.Values.Count));
        Assert.Equal(keys[1_000..], (
            await All(query.AsPages(pages[0].ContinuationToken))).SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    /// <summary>The service does not look before the second call: nobody may leave a tag out where a row must not have changed.</summary>
    [Fact]
    public async Task An_update_in_a_transaction_without_a_tag_replaces_whatever_is_there()
    {
        var table = await NewTable();
        await table.AddEntityAsync(Row("r", 1), Cancellation);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row("r", 2))], Cancellation);
        Assert.Equal(2, await Number(table, "r"));
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
