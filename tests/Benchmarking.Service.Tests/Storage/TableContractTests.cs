using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Storage;

/// <summary>What our use of tables takes for granted, asked of the service: which refusals come as which exception, and what comes back of
/// what was written.</summary>
public sealed partial class TableContractTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_added_row_comes_back_with_the_entity_tag_that_its_answer_gave()
    {
        var table = await NewTable();
        var added = await table.AddEntityAsync(Row("r", 7), Cancellation);
        var read = await table.GetEntityIfExistsAsync<TableEntity>("part", "r", cancellationToken: Cancellation);
        Assert.Equal(7, read.Value!.GetInt32("Number"));
        Assert.Equal(added.Headers.ETag, read.Value.ETag);
    }

    [Fact]
    public async Task Adding_a_taken_key_is_409_and_changes_nothing()
    {
        var table = await NewTable();
        await table.AddEntityAsync(Row("r"), Cancellation);
        await Refused(() => table.AddEntityAsync(Row("r", 2), Cancellation), 409, TableErrorCode.EntityAlreadyExists);
        Assert.Equal(1, await Number(table, "r"));
    }

    [Fact]
    public async Task A_missing_row_has_no_value_and_no_exception()
    {
        var table = await NewTable();
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("part", "r", cancellationToken: Cancellation)).HasValue);
    }

    [Fact]
    public async Task An_update_on_an_old_tag_is_412_and_one_of_a_missing_row_404()
    {
        var table = await NewTable();
        var old = (await table.AddEntityAsync(Row("r", 1), Cancellation)).Headers.ETag!.Value;
        await table.UpdateEntityAsync(Row("r", 2), old, TableUpdateMode.Replace, Cancellation);
        await Refused(() => table.UpdateEntityAsync(
            Row("r", 3), old, TableUpdateMode.Replace, Cancellation), 412, TableErrorCode.UpdateConditionNotSatisfied);
        await Refused(() => table.UpdateEntityAsync(
            Row("none"), ETag.All, TableUpdateMode.Replace, Cancellation), 404, TableErrorCode.ResourceNotFound);
        Assert.Equal(2, await Number(table, "r"));
    }

    [Fact]
    public async Task A_replacing_write_drops_what_is_not_sent()
    {
        var table = await NewTable();
        await table.AddEntityAsync(new TableEntity("part", "r") { ["Gone"] = 1 }, Cancellation);
        await table.UpsertEntityAsync(Row("r", 2), TableUpdateMode.Replace, Cancellation);
        Assert.False((await table.GetEntityAsync<TableEntity>("part", "r", cancellationToken: Cancellation)).Value.ContainsKey("Gone"));
    }

    [Fact]
    public async Task Deleting_a_missing_row_is_no_exception_and_on_an_old_tag_it_is_412()
    {
        var table = await NewTable();
        Assert.Equal(404, (await table.DeleteEntityAsync("part", "r", cancellationToken: Cancellation)).Status);
        var old = (await table.AddEntityAsync(Row("r", 1), Cancellation)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("r", 2), TableUpdateMode.Replace, Cancellation);
        await Refused(() => table.DeleteEntityAsync("part", "r", old, Cancellation), 412, TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(2, await Number(table, "r"));
    }

    /// <summary>The parts of our keys: slugs, years and codes with bars between them, and text of users in a filter.</summary>
    [Theory]
    [InlineData("savings-total|2012-13|actual")]
    [InlineData("it's")]
    [InlineData("' or RowKey ne '")]
    [InlineData("club@5d0c")]
    [InlineData("100% of 5%25 + a&b=c")]
    [InlineData("naïve ☂ 😀")]
    public async Task A_key_is_the_same_text_in_an_address_a_filter_and_a_transaction(string key)
    {
        var table = await NewTable();
        await table.AddEntityAsync(new TableEntity(key, key) { ["Number"] = 1 }, Cancellation);
        await table.AddEntityAsync(new TableEntity(key, "other") { ["Number"] = 2 }, Cancellation);
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertReplace, new TableEntity(key, key) { ["Number"] = 3 })], Cancellation);
        var found = await All(table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}"), cancellationToken: Cancellation));
        Assert.Equal((key, 3), (Assert.Single(found).RowKey, found[0].GetInt32("Number")));
    }

    public static TheoryData<string, object> Values => new()
    {
        { "text", "naïve ☂ 😀 \"quoted\" \\ ' \r\n\t" },
        { "text like a date", "2026-05-01T00:00:00Z" },
        { "empty text", "" },
        { "int", int.MinValue },
        { "small long", 1L },
        { "double of a third", 1.0 / 3.0 },
        { "whole double", 2.0 },
        { "flag", false },
        { "id", new Guid("11111111-2222-3333-4444-555555555555") },
        { "time to a tenth of a microsecond", new DateTimeOffset(2026, 5, 1, 9, 30, 15, TimeSpan.Zero).AddTicks(1234567) },
        { "bytes", new byte[] { 0, 255, 13, 10 } },
        { "no bytes", Array.Empty<byte>() },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type_by_itself_and_out_of_a_transaction(string why, object value)
    {
        var table = await NewTable();
        await table.AddEntityAsync(new TableEntity("part", "single") { ["Value"] = value }, Cancellation);
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertReplace, new TableEntity("part", "batch") { ["Value"] = value })], Cancellation);
        Assert.All(await All(table.QueryAsync<TableEntity>(cancellationToken: Cancellation)), read => Assert.True(
            value.GetType() == read["Value"].GetType(), why));
        Assert.All(await All(table.QueryAsync<TableEntity>(cancellationToken: Cancellation)), read => Assert.Equal(value, read["Value"]));
    }

    /// <summary>Azure has no decimal: what the client makes of one is a number that has lost digits, so that amounts lie in text.</summary>
    [Fact]
    public async Task A_decimal_does_not_come_back_as_it_went()
    {
        var table = await NewTable(withLimits: false);
        const decimal amount = 1234567890123.4567890123456789m;
        await table.AddEntityAsync(new TableEntity("part", "r") { ["Amount"] = amount }, Cancellation);
        Assert.NotEqual(amount, (await table.GetEntityAsync<TableEntity>("part", "r", cancellationToken: Cancellation)).Value["Amount"]);
    }

    private async Task<TableClient> NewTable(bool withLimits = true)
    {
        var options = new TableClientOptions();
        if (withLimits)
        {
            options.AddPolicy(new AzureLimits("table", declaredOnly: false), Azure.Core.HttpPipelinePosition.PerCall);
        }

        var table = new TableClient(azurite.NewAccount(), "Things", options);
        await table.CreateIfNotExistsAsync(Cancellation);
        return table;
    }

    private static TableEntity Row(string row, int number = 1) => new("part", row) { ["Number"] = number };

    private static async Task<int?> Number(TableClient table, string row) =>
        (await table.GetEntityAsync<TableEntity>("part", row, cancellationToken: Cancellation)).Value.GetInt32("Number");

    private static async Task<RequestFailedException> Refused(Func<Task> act, int status, TableErrorCode code)
    {
        var fault = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal((status, code.ToString()), (fault.Status, fault.ErrorCode));
        return fault;
    }
}
