using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Failing;

public sealed class ErrorBodyTests
{
    private static async Task<RequestFailedException> FailAsync(ScriptedResponse response)
    {
        var table = new ScriptedTransport(response).Table;
        return await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
    }

    [Fact]
    public async Task A_JSON_body_gives_code_and_message()
    {
        var fault = await FailAsync(new(
            400, """{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"One of the inputs."}}}"""));
        Assert.Equal((400, "InvalidInput"), (fault.Status, fault.ErrorCode));
        Assert.StartsWith("One of the inputs.", fault.Message, StringComparison.Ordinal);
        Assert.True(TableErrorCode.InvalidInput == fault.ErrorCode);
    }

    [Fact]
    public async Task An_XML_body_gives_code_and_message()
    {
        var fault = await FailAsync(new(
            415,
            """
            <?xml version="1.0" encoding="utf-8"?>
            <m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>AtomFormatNotSupported</m:code><m:message xml:lang="en-US">Not Atom.</m:message></m:error>
            """));
        Assert.Equal((415, "AtomFormatNotSupported"), (fault.Status, fault.ErrorCode));
        Assert.StartsWith("Not Atom.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_XML_body_in_capitals_does_too()
    {
        var fault = await FailAsync(new(403, "<Error><Code>AuthenticationFailed</Code><Message>No.</Message></Error>"));
        Assert.Equal("AuthenticationFailed", fault.ErrorCode);
    }

    [Fact]
    public async Task An_empty_body_leaves_the_status_and_the_code_in_the_header()
    {
        var bare = await FailAsync(new(400));
        Assert.Equal((400, (string?)null), (bare.Status, bare.ErrorCode));
        var coded = await FailAsync(new(404, "", ("x-ms-error-code", "TableNotFound")));
        Assert.Equal((404, "TableNotFound"), (coded.Status, coded.ErrorCode));
        Assert.DoesNotContain("REDACTED", coded.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("<html><body>Bad gateway")]
    [InlineData("{\"odata.error\":\"a text\"}")]
    [InlineData("{\"odata.error\":{\"code\":null,\"message\":7}}")]
    [InlineData("{\"error\":1}")]
    [InlineData("plain words")]
    [InlineData("<!DOCTYPE e [<!ENTITY a \"b\">]><error><code>&a;</code></error>")]
    public async Task A_body_that_nobody_understands_still_gives_the_status(string body)
    {
        var fault = await FailAsync(new(400, body));
        Assert.Equal(400, fault.Status);
        Assert.True(string.IsNullOrEmpty(fault.ErrorCode));
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_not_taken_for_one_that_exists()
    {
        var network = new ScriptedTransport(new ScriptedResponse(
            409, """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"Wait."}}}"""));
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.CreateIfNotExistsAsync());
        Assert.Equal("TableBeingDeleted", fault.ErrorCode);
    }
}
