using Azure;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Limits;

/// <summary>The script is empty: a request that is sent fails the test with another exception than the one asked for.</summary>
public sealed class RefusedBeforeSendingTests
{
    private readonly ScriptedTransport _network = new();

    private TableClient Table => _network.Table;

    private async Task<ArgumentException> RefusedAsync(Func<Task> act)
    {
        var fault = await Assert.ThrowsAnyAsync<ArgumentException>(act);
        Assert.Empty(_network.Sent);
        return fault;
    }

    private Task<ArgumentException> RefusedAsync(string property, object value) =>
        RefusedAsync(() => Table.UpsertEntityAsync(new TableEntity("part", "row") { [property] = value }));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("\u0000")]
    [InlineData("\u001f")]
    [InlineData("\u007f")]
    [InlineData("\u009f")]
    public async Task A_key_with_an_illegal_character_in_any_operation(string key)
    {
        await RefusedAsync(() => Table.AddEntityAsync(new TableEntity(key, "row")));
        await RefusedAsync(() => Table.AddEntityAsync(new TableEntity("part", key)));
        await RefusedAsync(() => Table.UpsertEntityAsync(new TableEntity("part", key)));
        await RefusedAsync(() => Table.UpdateEntityAsync(new TableEntity("part", key), ETag.All));
        await RefusedAsync(() => Table.GetEntityAsync<TableEntity>("part", key));
        await RefusedAsync(() => Table.GetEntityIfExistsAsync<TableEntity>(key, "row"));
        await RefusedAsync(() => Table.DeleteEntityAsync("part", key));
        await RefusedAsync(() => Table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("part", key))]));
    }

    [Fact]
    public async Task A_key_with_half_a_surrogate_pair()
    {
        await RefusedAsync(() => Table.AddEntityAsync(new TableEntity("part", "\ud83d")));
        await RefusedAsync(() => Table.AddEntityAsync(new TableEntity("part", "\ude00\ud83d")));
        await RefusedAsync(() => Table.GetEntityAsync<TableEntity>("part", "a\ude00"));
    }

    [Fact]
    public async Task A_key_that_is_missing_or_too_long()
    {
        await RefusedAsync(() => Table.AddEntityAsync(new TableEntity()));
        await RefusedAsync(() => Table.AddEntityAsync(new TableEntity("part", new string('k', 513))));
        await RefusedAsync(() => Table.GetEntityAsync<TableEntity>(new string('k', 513), "row"));
        await RefusedAsync(() => Table.GetEntityAsync<TableEntity>(null!, "row"));
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("a@odata.type")]
    [InlineData("")]
    public async Task A_property_name_that_is_no_identifier(string name)
    {
        await RefusedAsync(name, 1);
        await RefusedAsync(() => Task.FromResult(Table.QueryAsync<TableEntity>(select: [name])));
    }

    [Fact]
    public async Task A_property_name_that_is_too_long() => await RefusedAsync(new string('n', 256), 1);

    [Fact]
    public async Task Names_of_every_legal_kind_pass()
    {
        var network = new ScriptedTransport(new ScriptedResponse(204));
        await network.Table.UpsertEntityAsync(new TableEntity("part", "row") { ["_1"] = 1, ["größe"] = 2, [new string('n', 255)] = 3 });
        Assert.Contains("\"_1\":1", network.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_252_properties()
    {
        var entity = new TableEntity("part", "row");
        for (var number = 0; number < 252; number++)
        {
            entity[$"P{number}"] = number;
        }

        var network = new ScriptedTransport(new ScriptedResponse(204));
        await network.Table.UpsertEntityAsync(entity);
        Assert.Single(network.Sent);
        entity["OneMore"] = 1;
        await RefusedAsync(() => Table.UpsertEntityAsync(entity));
    }

    [Fact]
    public async Task Text_and_bytes_over_64_KiB()
    {
        await RefusedAsync("Text", new string('x', (32 * 1024) + 1));
        await RefusedAsync("Bytes", new byte[(64 * 1024) + 1]);
        await RefusedAsync("Data", BinaryData.FromBytes(new byte[(64 * 1024) + 1]));
    }

    [Fact]
    public async Task An_entity_over_1_MiB()
    {
        var entity = new TableEntity("part", "row");
        for (var number = 0; number < 15; number++)
        {
            entity[$"Bytes{number}"] = new byte[64 * 1024];
        }

        var network = new ScriptedTransport(new ScriptedResponse(204));
        await network.Table.UpsertEntityAsync(entity);
        entity["Bytes15"] = new byte[64 * 1024];
        await RefusedAsync(() => Table.UpsertEntityAsync(entity));
    }

    [Fact]
    public async Task Values_that_the_service_does_not_keep()
    {
        await RefusedAsync("Money", 1.5m);
        await RefusedAsync("Single", 1.5f);
        await RefusedAsync("List", new List<int>());
        await RefusedAsync("Local", new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Local));
        await RefusedAsync("Unsaid", new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Unspecified));
        await RefusedAsync("Early", new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero));
        await RefusedAsync("Broken", "half \ud83d pair");
    }

    [Fact]
    public async Task An_update_without_an_ETag()
    {
        await RefusedAsync(() => Table.UpdateEntityAsync(new TableEntity("part", "row"), default));
        await RefusedAsync(() => Table.UpdateEntityAsync(new TableEntity("part", "row"), new ETag("")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task A_page_size_outside_1_to_1000(int size)
    {
        await RefusedAsync(() => Task.FromResult(Table.QueryAsync<TableEntity>(maxPerPage: size)));
        await RefusedAsync(() => Task.FromResult(_network.Service.QueryAsync(maxPerPage: size)));
        await RefusedAsync(() => Task.FromResult(Table.QueryAsync<TableEntity>().AsPages(pageSizeHint: size)));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-bc")]
    [InlineData("tables")]
    [InlineData("möbel")]
    [InlineData("")]
    public async Task A_table_name_that_is_not_legal(string name)
    {
        await RefusedAsync(() => _network.Service.CreateTableAsync(name));
        await RefusedAsync(() => _network.Service.DeleteTableAsync(name));
        await RefusedAsync(() => Task.FromResult(_network.Service.GetTableClient(name)));
    }

    [Fact]
    public async Task A_table_name_over_63_characters() =>
        await RefusedAsync(() => _network.Service.CreateTableAsync(new string('t', 64)));
}
