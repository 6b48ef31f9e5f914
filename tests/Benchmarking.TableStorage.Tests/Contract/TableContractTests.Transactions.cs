using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Benchmarking.TableStorage.Tests.Contract;

/// <summary>All or nothing.</summary>
public sealed partial class TableContractTests
{
    [Fact]
    public async Task Every_kind_of_action_works_in_one_transaction_and_answers_in_order()
    {
        var table = await azurite.NewTableAsync();
        var tag = (await table.AddEntityAsync(new TableEntity("part", "merge") { ["Number"] = 1, ["Kept"] = 1 })).Headers.ETag!.Value;
        await table.AddEntityAsync(new TableEntity("part", "replace") { ["Number"] = 1, ["Dropped"] = 1 });
        await table.AddEntityAsync(Row("delete"));
        var answer = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("add", 2)),
            new(TableTransactionActionType.UpdateMerge, Row("merge", 2), tag),
            new(TableTransactionActionType.UpdateReplace, Row("replace", 2), ETag.All),
            new(TableTransactionActionType.Delete, Row("delete")),
            new(TableTransactionActionType.UpsertMerge, Row("upsertmerge", 2)),
            new(TableTransactionActionType.UpsertReplace, Row("upsertreplace", 2)),
        ]);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(6, answer.Value.Count);
        Assert.All(answer.Value, part => Assert.Equal(204, part.Status));
        var rows = (await ListAsync(table.QueryAsync<TableEntity>())).ToDictionary(row => row.RowKey);
        Assert.Equal(["add", "merge", "replace", "upsertmerge", "upsertreplace"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, row => Assert.Equal(2, row.GetInt32("Number")));
        Assert.True(rows["merge"].ContainsKey("Kept"));
        Assert.False(rows["replace"].ContainsKey("Dropped"));
        Assert.Equal(answer.Value[1].Headers.ETag, rows["merge"].ETag);
    }

    [Fact]
    public async Task A_failed_transaction_names_the_action_and_leaves_nothing_behind()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("taken", 1));
        var fault = (TableTransactionFailedException)await RefusedAsync(
            () => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Row("a")),
                new(TableTransactionActionType.UpsertReplace, Row("b")),
                new(TableTransactionActionType.Add, Row("taken", 2)),
                new(TableTransactionActionType.Add, Row("c")),
            ]),
            409,
            TableErrorCode.EntityAlreadyExists);
        Assert.Equal(2, fault.FailedTransactionActionIndex);
        var left = Assert.Single(await ListAsync(table.QueryAsync<TableEntity>()));
        Assert.Equal(("taken", 1), (left.RowKey, left.GetInt32("Number")));
    }

    [Fact]
    public async Task An_old_ETag_fails_the_whole_transaction_with_412()
    {
        var table = await azurite.NewTableAsync();
        var old = (await table.AddEntityAsync(Row("r", 1))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("r", 2));
        var fault = (TableTransactionFailedException)await RefusedAsync(
            () => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, Row("a")),
                new(TableTransactionActionType.UpdateReplace, Row("r", 3), old),
            ]),
            412,
            TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(1, fault.FailedTransactionActionIndex);
        Assert.Equal(2, Assert.Single(await ListAsync(table.QueryAsync<TableEntity>())).GetInt32("Number"));
    }

    [Fact]
    public async Task A_transaction_takes_a_hundred_actions()
    {
        var table = await azurite.NewTableAsync();
        var actions = Enumerable.Range(0, 100).Select(n => new TableTransactionAction(TableTransactionActionType.Add, Row($"{n:D3}", n)));
        Assert.Equal(100, (await table.SubmitTransactionAsync(actions)).Value.Count);
        Assert.Equal(100, (await ListAsync(table.QueryAsync<TableEntity>())).Count);
    }
}
