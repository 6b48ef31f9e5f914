using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Benchmarking.TableStorage.Tests.Contract;

/// <summary>One entity at a time.</summary>
public sealed partial class TableContractTests
{
    [Fact]
    public async Task An_added_entity_comes_back_with_its_ETag_and_time()
    {
        var table = await azurite.NewTableAsync();
        var added = await table.AddEntityAsync(Row("r", 7));
        var read = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        Assert.Equal(7, read.GetInt32("Number"));
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Adding_a_taken_key_is_409_without_any_talk_of_retries()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("r"));
        var fault = await RefusedAsync(() => table.AddEntityAsync(Row("r", 2)), 409, TableErrorCode.EntityAlreadyExists);
        Assert.Empty(fault.Data);
        Assert.Equal(1, (await table.GetEntityAsync<TableEntity>("part", "r")).Value.GetInt32("Number"));
    }

    [Fact]
    public async Task A_missing_entity_is_404_or_no_value()
    {
        var table = await azurite.NewTableAsync();
        await RefusedAsync(() => table.GetEntityAsync<TableEntity>("part", "r"), 404, TableErrorCode.ResourceNotFound);
        var answer = await table.GetEntityIfExistsAsync<TableEntity>("part", "r");
        Assert.False(answer.HasValue);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task An_entity_that_exists_has_a_value()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("r", 3));
        var answer = await table.GetEntityIfExistsAsync<TableEntity>("part", "r");
        Assert.True(answer.HasValue);
        Assert.Equal(3, answer.Value!.GetInt32("Number"));
    }

    [Fact]
    public async Task Upsert_by_merge_keeps_what_is_not_sent_and_by_replace_drops_it()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("part", "r") { ["A"] = 1, ["B"] = 2 });
        await table.UpsertEntityAsync(new TableEntity("part", "r") { ["B"] = 3 });
        var merged = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        Assert.Equal((1, 3), (merged.GetInt32("A"), merged.GetInt32("B")));
        await table.UpsertEntityAsync(new TableEntity("part", "r") { ["B"] = 4 }, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        Assert.Equal(4, replaced.GetInt32("B"));
        Assert.False(replaced.ContainsKey("A"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task An_update_with_an_old_ETag_is_412_and_changes_nothing(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        var old = (await table.AddEntityAsync(Row("r", 1))).Headers.ETag!.Value;
        var current = (await table.UpdateEntityAsync(Row("r", 2), old, mode)).Headers.ETag!.Value;
        await RefusedAsync(() => table.UpdateEntityAsync(Row("r", 3), old, mode), 412, TableErrorCode.UpdateConditionNotSatisfied);
        var read = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        Assert.Equal(2, read.GetInt32("Number"));
        Assert.Equal(current, read.ETag);
    }

    [Fact]
    public async Task The_ETag_that_a_read_gave_can_be_used_for_an_update()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("r", 1));
        var read = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        read["Number"] = 2;
        await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace);
        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("part", "r")).Value.GetInt32("Number"));
    }

    [Fact]
    public async Task Updating_whatever_is_there_needs_something_there()
    {
        var table = await azurite.NewTableAsync();
        await RefusedAsync(() => table.UpdateEntityAsync(Row("r"), ETag.All), 404, TableErrorCode.ResourceNotFound);
        await table.AddEntityAsync(Row("r", 1));
        await table.UpdateEntityAsync(Row("r", 2), ETag.All);
        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("part", "r")).Value.GetInt32("Number"));
    }

    [Fact]
    public async Task A_delete_answers_204_then_404_without_throwing()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Row("r"));
        Assert.Equal(204, (await table.DeleteEntityAsync("part", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("part", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync(Row("r"))).Status);
    }

    [Fact]
    public async Task A_delete_with_an_old_ETag_is_412_and_leaves_the_entity()
    {
        var table = await azurite.NewTableAsync();
        var old = (await table.AddEntityAsync(Row("r", 1))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("r", 2));
        await RefusedAsync(() => table.DeleteEntityAsync("part", "r", old), 412, TableErrorCode.UpdateConditionNotSatisfied);
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("part", "r")).HasValue);
    }

    [Fact]
    public async Task A_write_to_a_missing_table_is_404_TableNotFound()
    {
        var table = azurite.Service.GetTableClient("nosuchtable");
        await RefusedAsync(() => table.UpsertEntityAsync(Row("r")), 404, TableErrorCode.TableNotFound);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("100% of 5%25")]
    [InlineData("%2F%27")]
    [InlineData("naïve ☂ 😀")]
    [InlineData("a b+c&d=e;f,g:h")]
    [InlineData("(x)='y'")]
    [InlineData("metric|2024|final")]
    [InlineData("..")]
    [InlineData("\u200Emark\u00AD")]
    [InlineData(" lead and trail ")]
    [InlineData("<>\"{}^`~[]@!$*")]
    public async Task A_key_is_the_same_text_in_every_operation(string key)
    {
        var table = await azurite.NewTableAsync();
        var tag = (await table.AddEntityAsync(new TableEntity(key, key) { ["Number"] = 1 })).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["Number"] = 2 });
        await RefusedAsync(
            () => table.UpdateEntityAsync(new TableEntity(key, key), tag), 412, TableErrorCode.UpdateConditionNotSatisfied);
        var read = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        Assert.Equal((key, key, 2), (read.PartitionKey, read.RowKey, read.GetInt32("Number")));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}");
        Assert.Equal(key, Assert.Single(await ListAsync(table.QueryAsync<TableEntity>(filter))).RowKey);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, read, ETag.All)]);
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
    }

    [Fact]
    public async Task Keys_of_the_greatest_length_are_kept()
    {
        var table = await azurite.NewTableAsync();
        var key = new string('k', 512);
        await table.AddEntityAsync(new TableEntity(key, key));
        Assert.Equal(key, (await table.GetEntityAsync<TableEntity>(key, key)).Value.RowKey);
    }

    [Fact]
    public async Task Select_leaves_the_other_properties_out()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("part", "r") { ["A"] = 1, ["B"] = 2 });
        var read = (await table.GetEntityAsync<TableEntity>("part", "r", ["B"])).Value;
        Assert.Equal(2, read.GetInt32("B"));
        Assert.False(read.ContainsKey("A"));
    }
}
