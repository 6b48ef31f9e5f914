using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Signing;

public sealed class ConnectionStringTests
{
    private const string Key = "a2V5";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("AccountName=abc;AccountKey=" + Key, "https://abc.table.core.windows.net/", "abc")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=abc;AccountKey=" + Key + ";EndpointSuffix=core.usgovcloudapi.net;", "https://abc.table.core.usgovcloudapi.net/", "abc")]
    [InlineData("accountname=abc; accountkey=" + Key + ";BlobEndpoint=http://x/;TableEndpoint=http://127.0.0.1:7/abc;", "http://127.0.0.1:7/abc", "abc")]
    [InlineData("TableEndpoint=https://abc.table.core.windows.net/;SharedAccessSignature=sv=1&sig=a=", "https://abc.table.core.windows.net/", "abc")]
    [InlineData("TableEndpoint=http://127.0.0.1:7/abc;SharedAccessSignature=sig=a", "http://127.0.0.1:7/abc", "abc")]
    public void A_connection_string_names_endpoint_and_account(string text, string endpoint, string account)
    {
        var service = new TableServiceClient(text);
        Assert.Equal((endpoint, account), (service.Uri.AbsoluteUri, service.AccountName));
        var table = new TableClient(text, "things");
        Assert.Equal((endpoint.TrimEnd('/') + "/things", account), (table.Uri.AbsoluteUri, table.AccountName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccountName=abc")]
    [InlineData("AccountKey=" + Key)]
    [InlineData("AccountName=abc;AccountName=def;AccountKey=" + Key)]
    [InlineData("TableEndpoint=not an address;SharedAccessSignature=sig")]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("TableEndpoint=http://abc.table.core.windows.net/;SharedAccessSignature=sig=a")]
    [InlineData("AccountName=abc;AccountKey=not base64")]
    public void A_connection_string_that_cannot_be_used_is_refused_without_being_shown(string text)
    {
        var fault = Assert.ThrowsAny<ArgumentException>(() => new TableServiceClient(text));
        Assert.DoesNotContain(Key, fault.Message, StringComparison.Ordinal);
    }
}
