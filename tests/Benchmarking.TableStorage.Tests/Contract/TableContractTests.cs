using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Contract;

/// <summary>What a table service owes the client, asked of the emulator. This part: whole tables.</summary>
public sealed partial class TableContractTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static TableEntity Row(string row, int number = 1) => new("part", row) { ["Number"] = number };

    private static async Task<List<T>> ListAsync<T>(AsyncPageable<T> pages)
        where T : notnull
    {
        List<T> items = [];
        await foreach (var item in pages)
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task<List<Page<T>>> PagesAsync<T>(AsyncPageable<T> pages, string? from = null)
        where T : notnull
    {
        List<Page<T>> list = [];
        await foreach (var page in pages.AsPages(from))
        {
            list.Add(page);
        }

        return list;
    }

    private static async Task<RequestFailedException> RefusedAsync(Func<Task> act, int status, TableErrorCode code)
    {
        var fault = await Assert.ThrowsAnyAsync<RequestFailedException>(act);
        Assert.Equal(status, fault.Status);
        Assert.Equal(code.ToString(), fault.ErrorCode);
        return fault;
    }

    [Fact]
    public async Task A_table_is_created_once_and_a_second_time_is_409()
    {
        var table = await azurite.NewTableAsync();
        await RefusedAsync(() => table.CreateAsync(), 409, TableErrorCode.TableAlreadyExists);
    }

    [Fact]
    public async Task Creating_if_missing_creates_and_then_leaves_what_is_there()
    {
        var service = azurite.Service;
        var name = $"t{Guid.NewGuid():N}";
        Assert.Equal(name, (await service.CreateTableIfNotExistsAsync(name)).Value.Name);
        await service.GetTableClient(name).AddEntityAsync(Row("kept"));
        var again = await service.CreateTableIfNotExistsAsync(name);
        Assert.Equal(name, again.Value.Name);
        Assert.Equal(409, again.GetRawResponse().Status);
        Assert.Single(await ListAsync(service.GetTableClient(name).QueryAsync<TableEntity>()));
    }

    [Fact]
    public async Task A_deleted_table_is_gone_and_deleting_it_again_answers_404()
    {
        var table = await azurite.NewTableAsync();
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);
        await RefusedAsync(() => ListAsync(table.QueryAsync<TableEntity>()), 404, TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task Tables_are_listed_by_filter_and_across_pages()
    {
        var service = azurite.Service;
        var stem = $"list{Guid.NewGuid():N}";
        string[] names = [stem + "a", stem + "b", stem + "c"];
        foreach (var name in names)
        {
            await service.CreateTableAsync(name);
        }

        var filter = TableServiceClient.CreateQueryFilter($"TableName ge {stem} and TableName lt {stem + "z"}");
        var pages = await PagesAsync(service.QueryAsync(filter, maxPerPage: 2));
        Assert.Equal(names, pages.SelectMany(page => page.Values).Select(item => item.Name));
        Assert.True(pages.Count > 1);
    }

    [Fact]
    public async Task A_wrong_account_key_is_403_and_says_why()
    {
        var key = Convert.ToBase64String([1, 2, 3]);
        var table = new TableClient(azurite.Endpoint, "things", new TableSharedKeyCredential("devstoreaccount1", key));
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
        Assert.Equal(403, fault.Status);
        Assert.NotNull(fault.ErrorCode);
    }
}
