using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Signing;

/// <summary>The text to sign is written out by hand for each case.</summary>
public sealed class SharedKeyLiteTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static string Expected(string account, string text)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes("an invented key for tests"));
        return $"SharedKeyLite {account}:{Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)))}";
    }

    private static (ScriptedTransport Network, TableServiceClient Service) Client(string endpoint, string account, object answer)
    {
        var network = new ScriptedTransport(answer);
        var options = network.Options;
        options.Clock = new SteppingClock(Noon);
        return (network, new(new Uri(endpoint), new TableSharedKeyCredential(account, ScriptedTransport.Key), options));
    }

    [Fact]
    public async Task A_point_read_is_signed_over_the_encoded_path()
    {
        var (network, service) = Client(
            "https://account.table.core.windows.net", "account", new ScriptedResponse(200, """{"PartitionKey":"it's","RowKey":"ü %"}"""));
        await service.GetTableClient("things").GetEntityAsync<TableEntity>("it's", "ü %", ["RowKey"]);
        const string Text = "Fri, 01 May 2026 12:00:00 GMT\n/account/things(PartitionKey='it%27%27s',RowKey='%C3%BC%20%25')";
        Assert.Equal(Expected("account", Text), network.Only.Headers["Authorization"]);
        Assert.Equal("https://account.table.core.windows.net/things(PartitionKey='it%27%27s',RowKey='%C3%BC%20%25')?$select=RowKey", network.Only.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task With_the_account_in_the_path_it_is_signed_twice()
    {
        var (network, service) = Client("http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1", new ScriptedResponse(204));
        await service.CreateTableAsync("things");
        const string Text = "Fri, 01 May 2026 12:00:00 GMT\n/devstoreaccount1/devstoreaccount1/Tables";
        Assert.Equal(Expected("devstoreaccount1", Text), network.Only.Headers["Authorization"]);
        Assert.Equal("""{"TableName":"things"}""", network.Only.Body);
    }

    [Fact]
    public async Task A_rotated_key_is_used_from_then_on()
    {
        var network = new ScriptedTransport(new ScriptedResponse(204), new ScriptedResponse(204));
        var options = network.Options;
        options.Clock = new SteppingClock(Noon);
        var credential = new TableSharedKeyCredential("account", Convert.ToBase64String([1, 2, 3]));
        var service = new TableServiceClient(new Uri("https://account.table.core.windows.net"), credential, options);
        await service.CreateTableAsync("things");
        credential.SetAccountKey(ScriptedTransport.Key);
        await service.CreateTableAsync("things");
        Assert.Equal(
            Expected("account", "Fri, 01 May 2026 12:01:00 GMT\n/account/Tables"), network.Sent[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Every_request_says_its_version_and_format()
    {
        var (network, service) = Client("https://account.table.core.windows.net", "account", new ScriptedResponse(204));
        await service.GetTableClient("things").AddEntityAsync(new TableEntity("p", "r"));
        var headers = network.Only.Headers;
        Assert.Equal("2020-12-06", headers["x-ms-version"]);
        Assert.Equal("3.0", headers["DataServiceVersion"]);
        Assert.Equal("application/json;odata=minimalmetadata", headers["Accept"]);
        Assert.Equal("application/json", headers["Content-Type"]);
        Assert.Equal("return-no-content", headers["Prefer"]);
        Assert.True(headers.ContainsKey("x-ms-client-request-id"));
    }

    [Fact]
    public void A_key_that_is_not_base64_is_refused_without_being_shown()
    {
        var fault = Assert.Throws<ArgumentException>(() => new TableSharedKeyCredential("account", "secret!"));
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }
}
