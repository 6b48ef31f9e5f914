using Azure;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Failing;

public sealed class RetryTests
{
    private const string Taken = """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"0:Taken."}}}""";

    private static readonly TableEntity Row = new("part", "row");

    private static ScriptedResponse Busy => new(503, "", ("x-ms-error-code", "ServerBusy"));

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_fault_is_tried_again_with_the_same_body(int status)
    {
        var network = new ScriptedTransport(new ScriptedResponse(status), new ScriptedResponse(204));
        Assert.Equal(204, (await network.Table.UpsertEntityAsync(Row)).Status);
        Assert.Equal(2, network.Sent.Count);
        Assert.Equal(network.Sent[0].Body, network.Sent[1].Body);
        Assert.Equal("""{"PartitionKey":"part","RowKey":"row"}""", network.Sent[1].Body);
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again()
    {
        var network = new ScriptedTransport(new IOException("cut"), new ScriptedResponse(204));
        Assert.Equal(204, (await network.Table.UpsertEntityAsync(Row)).Status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task A_lasting_fault_is_not(int status)
    {
        var network = new ScriptedTransport(new ScriptedResponse(status));
        await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.UpsertEntityAsync(Row));
        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task Tries_end_and_the_last_answer_is_thrown()
    {
        var network = new ScriptedTransport(Busy, Busy, Busy, Busy);
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.UpsertEntityAsync(Row));
        Assert.Equal((503, "ServerBusy"), (fault.Status, fault.ErrorCode));
        Assert.Equal(4, network.Sent.Count);
    }

    [Fact]
    public async Task Each_try_is_dated_and_signed_anew()
    {
        var network = new ScriptedTransport(Busy, Busy, new ScriptedResponse(204));
        var options = network.Options;
        options.Clock = new SteppingClock(new DateTimeOffset(2026, 5, 1, 9, 30, 0, TimeSpan.Zero));
        var credential = new TableSharedKeyCredential(ScriptedTransport.Account, ScriptedTransport.Key);
        var table = new TableClient(new Uri("https://account.table.core.windows.net"), "things", credential, options);
        await table.UpsertEntityAsync(Row);
        Assert.Equal(
            ["Fri, 01 May 2026 09:30:00 GMT", "Fri, 01 May 2026 09:31:00 GMT", "Fri, 01 May 2026 09:32:00 GMT"],
            network.Sent.Select(sent => sent.Headers["x-ms-date"]));
        Assert.Equal(3, network.Sent.Select(sent => sent.Headers["Authorization"]).Distinct().Count());
        Assert.Single(network.Sent.Select(sent => sent.Headers["x-ms-client-request-id"]).Distinct());
    }

    [Fact]
    public async Task A_conflict_after_a_retry_says_that_it_may_be_our_own_insert()
    {
        var network = new ScriptedTransport(new ScriptedResponse(500), new ScriptedResponse(409, Taken));
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.AddEntityAsync(Row));
        Assert.Equal((409, "EntityAlreadyExists"), (fault.Status, fault.ErrorCode));
        Assert.Contains("1 earlier attempt", Assert.IsType<string>(fault.Data["AfterRetry"]), StringComparison.Ordinal);
        Assert.Contains("Read back", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unmet_condition_after_a_retry_says_so_too()
    {
        var network = new ScriptedTransport(new IOException("cut"), new ScriptedResponse(412));
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.UpdateEntityAsync(Row, new ETag("W/\"1\"")));
        Assert.NotNull(fault.Data["AfterRetry"]);
    }

    [Fact]
    public async Task A_conflict_in_a_retried_transaction_says_so_too()
    {
        var network = new ScriptedTransport(
            new ScriptedResponse(503), Transactions.Multipart.Answer($"HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{Taken}"));
        var fault = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => network.Table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Row)]));
        Assert.Equal(0, fault.FailedTransactionActionIndex);
        Assert.Contains("1 earlier attempt", Assert.IsType<string>(fault.Data["AfterRetry"]), StringComparison.Ordinal);
    }
}
