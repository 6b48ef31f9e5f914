using Azure;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Transactions;

public sealed class TransactionWireTests
{
    private const string Done = "HTTP/1.1 204 No Content\nDataServiceVersion: 1.0;\nETag: W/\"datetime'2026-05-01T09%3A30%3A15.1Z'\"\n\n";

    private static TableTransactionAction Upsert(string row) => new(TableTransactionActionType.UpsertReplace, new TableEntity("p", row));

    private static string Refusal(string message) => "HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n"
        + """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"?"}}}""".Replace("?", message, StringComparison.Ordinal);

    private static async Task<TableTransactionFailedException> FailAsync(string message)
    {
        var network = new ScriptedTransport(Multipart.Answer(Refusal(message)));
        return await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => network.Table.SubmitTransactionAsync([Upsert("a"), Upsert("b")]));
    }

    [Fact]
    public async Task The_body_is_written_as_the_service_wants_it()
    {
        var network = new ScriptedTransport(Multipart.Answer(Done, Done, Done));
        await network.Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("it's", "a b") { ["Text"] = "line\nbreak" }),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("it's", "b"), new ETag("W/\"datetime'2026'\"")),
            new(TableTransactionActionType.Delete, new TableEntity("it's", "c")),
        ]);

        var sent = network.Only;
        Assert.Equal(("POST", "/$batch"), (sent.Method, sent.Uri.AbsolutePath));
        var batch = sent.Headers["Content-Type"]["multipart/mixed; boundary=".Length..];
        Assert.StartsWith("batch_", batch, StringComparison.Ordinal);
        var changeset = sent.Body.Split("boundary=")[1].Split("\r\n")[0];
        const string Common = "Accept: application/json;odata=minimalmetadata\nDataServiceVersion: 3.0\n";
        var part = $"--{changeset}\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\n";
        var expected = $"--{batch}\nContent-Type: multipart/mixed; boundary={changeset}\n\n"
            + $"{part}POST https://account.table.core.windows.net/things HTTP/1.1\n{Common}Prefer: return-no-content\n"
            + "Content-Type: application/json\n\n{\"PartitionKey\":\"it's\",\"RowKey\":\"a b\",\"Text\":\"line\\nbreak\"}\n"
            + $"{part}PATCH https://account.table.core.windows.net/things(PartitionKey='it%27%27s',RowKey='b') HTTP/1.1\n{Common}"
            + "If-Match: W/\"datetime'2026'\"\nContent-Type: application/json\n\n{\"PartitionKey\":\"it's\",\"RowKey\":\"b\"}\n"
            + $"{part}DELETE https://account.table.core.windows.net/things(PartitionKey='it%27%27s',RowKey='c') HTTP/1.1\n{Common}"
            + $"If-Match: *\n\n--{changeset}--\n--{batch}--\n";
        Assert.Equal(expected.Replace("\n", "\r\n", StringComparison.Ordinal), sent.Body);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Answers_are_read_with_either_line_end(string lineEnd)
    {
        var network = new ScriptedTransport(Multipart.AnswerWith(lineEnd, Done, Done));
        var answer = await network.Table.SubmitTransactionAsync([Upsert("a"), Upsert("b")]);
        Assert.Equal([204, 204], answer.Value.Select(part => part.Status));
        Assert.Equal("W/\"datetime'2026-05-01T09%3A30%3A15.1Z'\"", answer.Value[1].Headers.ETag.ToString());
    }

    [Fact]
    public async Task A_refusal_gives_status_code_and_position()
    {
        var fault = await FailAsync("1:The specified entity already exists.\\nRequestId:7");
        Assert.Equal((409, "EntityAlreadyExists", 1), (fault.Status, fault.ErrorCode, fault.FailedTransactionActionIndex));
        Assert.StartsWith("Action 1 (counted from 0) failed; nothing was applied.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The whole is refused.")]
    [InlineData("12:30 is no position here.")]
    [InlineData("-1:neither.")]
    [InlineData(": nor this")]
    public async Task A_refusal_without_a_position_claims_none(string message) =>
        Assert.Null((await FailAsync(message)).FailedTransactionActionIndex);

    [Fact]
    public async Task A_refusal_outside_the_parts_is_an_ordinary_failure()
    {
        var network = new ScriptedTransport(new ScriptedResponse(413, "", ("x-ms-error-code", "RequestBodyTooLarge")));
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.SubmitTransactionAsync([Upsert("a")]));
        Assert.Equal((413, "RequestBodyTooLarge"), (fault.Status, fault.ErrorCode));
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "", "multipart/mixed; boundary=b" },
        { "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", "multipart/mixed; boundary=b" },
        { "--b\r\nContent-Type: application/http\r\n\r\nnonsense\r\n--b--\r\n", "multipart/mixed; boundary=b" },
        { "--b\r\n\r\nHTTP/1.1 204 No Content\r\n--b--\r\n", "multipart/mixed; boundary=b" },
        { "--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n--b--\r\n", "multipart/mixed; boundary=b" },
        { "--b--", "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task An_answer_that_does_not_fit_is_an_unknown_outcome_not_a_success(string body, string type)
    {
        var network = new ScriptedTransport(new ScriptedResponse(202, body, ("Content-Type", type)));
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.SubmitTransactionAsync([Upsert("a"), Upsert("b")]));
        Assert.Contains("unknown", fault.Message, StringComparison.Ordinal);
    }
}
