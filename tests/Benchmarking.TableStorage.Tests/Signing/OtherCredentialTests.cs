using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Signing;

public sealed class OtherCredentialTests
{
    private static readonly Uri Endpoint = new("https://account.table.core.windows.net");

    private readonly NotedToken _token = new();
    private readonly ScriptedTransport _network = new(new ScriptedResponse(503), new ScriptedResponse(204));

    [Fact]
    public async Task A_bearer_token_is_asked_for_the_public_cloud_and_sent_with_a_date()
    {
        await new TableServiceClient(Endpoint, _token, _network.Options).CreateTableAsync("things");
        Assert.Equal("https://storage.azure.com/.default", Assert.Single(_token.Scopes.Distinct()));
        Assert.All(_network.Sent, sent => Assert.Equal("Bearer invented", sent.Headers["Authorization"]));
        Assert.All(_network.Sent, sent => Assert.True(sent.Headers.ContainsKey("x-ms-date")));
    }

    [Fact]
    public async Task Another_cloud_has_another_scope()
    {
        var options = _network.Options;
        options.Audience = TableAudience.AzureGovernment;
        await new TableClient(Endpoint, "things", _token, options).CreateAsync();
        Assert.Equal("https://storage.azure.us/.default", Assert.Single(_token.Scopes.Distinct()));
    }

    [Fact]
    public async Task A_signature_is_added_to_the_query_once_and_nothing_else_signs()
    {
        var network = new ScriptedTransport(new ScriptedResponse(503), new ScriptedResponse(200, """{"value":[]}"""));
        var table = new TableClient(
            new Uri("https://account.table.core.windows.net/things"), new AzureSasCredential("?sv=2020&sig=a%2Fb%3D"), network.Options);
        Assert.Equal(("things", "account"), (table.Name, table.AccountName));
        await foreach (var row in table.QueryAsync<TableEntity>("A eq 1"))
        {
            Assert.Fail(row.RowKey);
        }

        Assert.All(network.Sent, sent => Assert.Equal("/things()?$filter=A%20eq%201&sv=2020&sig=a%2Fb%3D", sent.Uri.PathAndQuery));
        Assert.All(network.Sent, sent => Assert.False(sent.Headers.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task A_signature_also_covers_addresses_with_the_account_in_the_path()
    {
        var table = new TableClient(
            new Uri("http://127.0.0.1:10002/devstoreaccount1/things"), new AzureSasCredential("sig=a"), _network.Options);
        Assert.Equal(("things", "devstoreaccount1"), (table.Name, table.AccountName));
        await table.DeleteEntityAsync("p", "r");
        Assert.Equal("/devstoreaccount1/things(PartitionKey='p',RowKey='r')?sig=a", _network.Sent[^1].Uri.PathAndQuery);
    }

    [Fact]
    public void Neither_goes_in_clear_text()
    {
        var clear = new Uri("http://account.table.core.windows.net");
        Assert.Throws<ArgumentException>(() => new TableServiceClient(clear, _token));
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://127.0.0.1:10002/devstoreaccount1"), _token));
        Assert.Throws<ArgumentException>(() => new TableServiceClient(clear, new AzureSasCredential("sig=a")));
    }

    [Fact]
    public void An_endpoint_with_a_signature_in_it_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri(Endpoint, "?sig=a"), _token));

    private sealed class NotedToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return ValueTask.FromResult(new AccessToken("invented", DateTimeOffset.MaxValue));
        }
    }
}
