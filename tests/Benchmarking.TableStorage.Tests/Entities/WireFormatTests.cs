using Azure;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Entities;

/// <summary>What is on the wire, letter by letter.</summary>
public sealed class WireFormatTests
{
    private static async Task<SentRequest> SendAsync(Func<TableClient, Task> act, int status = 204)
    {
        var network = new ScriptedTransport(new ScriptedResponse(status));
        await act(network.Table);
        return network.Only;
    }

    private static async Task<T> ReadAsync<T>(string body)
        where T : class, ITableEntity =>
        (await new ScriptedTransport(new ScriptedResponse(200, body)).Table.GetEntityAsync<T>("p", "r")).Value;

    [Fact]
    public async Task Each_type_is_written_with_its_annotation()
    {
        var entity = new TableEntity("p", "r")
        {
            ["Text"] = "a\"b+<ü",
            ["Plain"] = "{\"a+b\":'<&>'}",
            ["Int"] = 1,
            ["Long"] = 2L,
            ["Double"] = 3.0,
            ["NaN"] = double.NaN,
            ["Inf"] = double.NegativeInfinity,
            ["Bool"] = true,
            ["Guid"] = new Guid("11111111-2222-3333-4444-555555555555"),
            ["Date"] = new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.FromHours(1)),
            ["Bytes"] = new byte[] { 251, 255 },
            ["Nothing"] = null!,
            ["Timestamp"] = DateTimeOffset.UnixEpoch,
            ["odata.etag"] = "W/\"1\"",
        };
        const string Expected = """
            {"PartitionKey":"p","RowKey":"r","Text":"a\u0022b\u002B\u003C\u00FC","Plain":"{\"a+b\":'<&>'}","Int":1,
            "Long@odata.type":"Edm.Int64","Long":"2","Double@odata.type":"Edm.Double","Double":3,
            "NaN@odata.type":"Edm.Double","NaN":"NaN","Inf@odata.type":"Edm.Double","Inf":"-Infinity","Bool":true,
            "Guid@odata.type":"Edm.Guid","Guid":"11111111-2222-3333-4444-555555555555",
            "Date@odata.type":"Edm.DateTime","Date":"2026-05-01T00:00:00.0000000Z","Bytes@odata.type":"Edm.Binary","Bytes":"+/8="}
            """;
        var sent = await SendAsync(table => table.AddEntityAsync(entity));
        Assert.Equal(Expected.ReplaceLineEndings(""), sent.Body);
    }

    [Fact]
    public async Task An_own_class_is_written_by_its_properties()
    {
        var sent = await SendAsync(table => table.AddEntityAsync(Thing.Sample()));
        Assert.Contains("\"Renamed\":\"other\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"Colour\":\"Green\"", sent.Body, StringComparison.Ordinal);
        Assert.All(["Private", "Derived", "Maybe", "Timestamp", "ETag", "Other\""], name => Assert.DoesNotContain(name, sent.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("3000000000", 3000000000L)]
    [InlineData("2.0", 2.0)]
    [InlineData("2e1", 20.0)]
    [InlineData("\"x\"", "x")]
    [InlineData("false", false)]
    public async Task Without_annotation_the_text_of_a_value_tells_its_type(string json, object expected)
    {
        var read = await ReadAsync<TableEntity>($$"""{"odata.metadata":"m","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","A":{{json}},"N":null}""");
        Assert.Equal(expected, read["A"]);
        Assert.Equal(["A", "PartitionKey", "RowKey", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new ETag("W/\"1\""), read.ETag);
    }

    [Theory]
    [InlineData("\"Edm.Double\"", "2", 2.0)]
    [InlineData("\"Edm.Double\"", "\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("\"Edm.Int64\"", "\"-5\"", -5L)]
    [InlineData("\"Edm.String\"", "\"5\"", "5")]
    [InlineData("\"Edm.Int32\"", "5", 5)]
    public async Task An_annotation_counts_wherever_it_stands(string type, string json, object expected)
    {
        Assert.Equal(expected, (await ReadAsync<TableEntity>($$"""{"A@odata.type":{{type}},"A":{{json}}}"""))["A"]);
        Assert.Equal(expected, (await ReadAsync<TableEntity>($$"""{"A":{{json}},"A@odata.type":{{type}}}"""))["A"]);
    }

    [Fact]
    public async Task A_whole_number_fits_an_own_class_that_wants_a_wider_one()
    {
        var thing = await ReadAsync<Thing>("""{"PartitionKey":"p","RowKey":"r","Large":1,"Ratio":2,"Maybe":3}""");
        Assert.Equal((1L, 2.0, 3.0), (thing.Large, thing.Ratio, thing.Maybe));
    }

    [Theory]
    [InlineData("\"Small\":\"text\"")]
    [InlineData("\"Small\":1.5")]
    [InlineData("\"Colour\":\"Mauve\"")]
    [InlineData("\"Text\":1")]
    public async Task A_stored_type_that_does_not_fit_is_named(string property)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync<Thing>($"{{{property}}}"));
        Assert.Contains(property.Split('"')[1], fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_Match_decides_between_upsert_update_and_delete()
    {
        var row = new TableEntity("p", "r");
        var tag = new ETag("W/\"datetime'2026-05-01T09%3A30%3A15.1Z'\"");
        var upsert = await SendAsync(table => table.UpsertEntityAsync(row));
        var replace = await SendAsync(table => table.UpsertEntityAsync(row, TableUpdateMode.Replace));
        var update = await SendAsync(table => table.UpdateEntityAsync(row, tag));
        var forced = await SendAsync(table => table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace));
        var delete = await SendAsync(table => table.DeleteEntityAsync("p", "r"));
        var conditional = await SendAsync(table => table.DeleteEntityAsync(row, tag));
        SentRequest[] all = [upsert, replace, update, forced, delete, conditional];
        Assert.Equal(["PATCH", "PUT", "PATCH", "PUT", "DELETE", "DELETE"], all.Select(sent => sent.Method));
        Assert.Equal([null, null, tag.ToString(), "*", "*", tag.ToString()], all.Select(sent => sent.Headers.GetValueOrDefault("If-Match")));
    }

    [Fact]
    public async Task The_ETag_of_the_entity_itself_is_never_sent()
    {
        var row = new TableEntity("p", "r") { ETag = new ETag("W/\"stale\"") };
        Assert.False((await SendAsync(table => table.UpsertEntityAsync(row))).Headers.ContainsKey("If-Match"));
        Assert.Equal("*", (await SendAsync(table => table.DeleteEntityAsync(row))).Headers["If-Match"]);
    }

    [Fact]
    public async Task A_missing_entity_is_answered_on_delete_and_on_a_conditional_read()
    {
        Assert.Equal("DELETE", (await SendAsync(async table => Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status), 404)).Method);
        await SendAsync(async table => Assert.False((await table.GetEntityIfExistsAsync<Thing>("p", "r")).HasValue), 404);
    }
}
