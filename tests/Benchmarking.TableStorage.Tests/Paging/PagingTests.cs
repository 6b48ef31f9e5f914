using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Paging;

/// <summary>Azure stops at partition borders and after five seconds, with whatever it has; an emulator does not.</summary>
public sealed class PagingTests
{
    private static ScriptedResponse Page(string[] rows, params (string Name, string Value)[] headers) =>
        new(200, $$"""{"value":[{{string.Join(',', rows.Select(row => $$"""{"PartitionKey":"p","RowKey":"{{row}}"}"""))}}]}""", headers);

    private static (string Name, string Value)[] Next(string partition, string? row = null) => row is null
        ? [("x-ms-continuation-NextPartitionKey", partition)]
        : [("x-ms-continuation-NextPartitionKey", partition), ("x-ms-continuation-NextRowKey", row)];

    private static async Task<List<string>> RowsAsync(Azure.AsyncPageable<TableEntity> query)
    {
        List<string> rows = [];
        await foreach (var row in query)
        {
            rows.Add(row.RowKey);
        }

        return rows;
    }

    [Fact]
    public async Task An_empty_page_with_a_token_is_not_the_end()
    {
        var network = new ScriptedTransport(
            Page([], Next("1!4!cA--", "1!4!YQ--")), Page(["a"], Next("x", "y")), Page([], Next("z")), Page(["b", "c"]));
        Assert.Equal(["a", "b", "c"], await RowsAsync(network.Table.QueryAsync<TableEntity>()));
        Assert.Equal(4, network.Sent.Count);
    }

    [Fact]
    public async Task A_token_goes_back_encoded_with_the_same_other_parameters()
    {
        var network = new ScriptedTransport(Page(["a"], Next("p&q=1 +/%", "r#ü?")), Page(["b"]));
        await RowsAsync(network.Table.QueryAsync<TableEntity>("A eq 'x&y'", 5, ["RowKey", "A"]));
        const string Same = "/things()?$filter=A%20eq%20%27x%26y%27&$select=RowKey%2CA&$top=5";
        Assert.Equal(Same, network.Sent[0].Uri.PathAndQuery);
        Assert.Equal(
            Same + "&NextPartitionKey=p%26q%3D1%20%2B%2F%25&NextRowKey=r%23%C3%BC%3F", network.Sent[1].Uri.PathAndQuery);
    }

    [Fact]
    public async Task A_token_may_lack_its_row()
    {
        var network = new ScriptedTransport(Page(["a"], Next("p")), Page(["b"]));
        await RowsAsync(network.Table.QueryAsync<TableEntity>());
        Assert.Equal("/things()?NextPartitionKey=p", network.Sent[1].Uri.PathAndQuery);
    }

    [Fact]
    public async Task A_page_carries_a_token_that_another_client_can_go_on_with()
    {
        var network = new ScriptedTransport(Page(["a"], Next("p q", "r")));
        string? token = null;
        await foreach (var page in network.Table.QueryAsync<TableEntity>().AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        var other = new ScriptedTransport(Page(["b"]));
        await foreach (var page in other.Table.QueryAsync<TableEntity>().AsPages(token, 7))
        {
            Assert.Null(page.ContinuationToken);
        }

        Assert.Equal("/things()?$top=7&NextPartitionKey=p%20q&NextRowKey=r", other.Only.Uri.PathAndQuery);
    }

    [Fact]
    public async Task Tables_go_on_by_name()
    {
        static ScriptedResponse Names(string name, params (string, string)[] headers) =>
            new(200, $$"""{"value":[{"TableName":"{{name}}"}]}""", headers);

        var network = new ScriptedTransport(Names("one", ("x-ms-continuation-NextTableName", "1!8!dHdv")), Names("two"));
        List<string> names = [];
        await foreach (var table in network.Service.QueryAsync("TableName ge 'a'"))
        {
            names.Add(table.Name);
        }

        Assert.Equal(["one", "two"], names);
        Assert.Equal("/Tables?$filter=TableName%20ge%20%27a%27&NextTableName=1%218%21dHdv", network.Sent[1].Uri.PathAndQuery);
    }
}
