using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Contract;

/// <summary>Values come back as they went.</summary>
public sealed partial class TableContractTests
{
    public static TheoryData<string, object> Values => new()
    {
        { "text", "naïve ☂ 😀 \"quoted\" \\ ' \r\n\t" },
        { "text like a number", "12" },
        { "text like a date", "2026-05-01T00:00:00Z" },
        { "text like a part of a transaction", "--batch_1\r\nHTTP/1.1 500" },
        { "empty text", "" },
        { "int", int.MinValue },
        { "long", long.MaxValue },
        { "small long", 1L },
        { "double", 0.1 + 0.2 },
        { "whole double", 2.0 },
        { "great double", 1e300 },
        { "least double", double.Epsilon },
        { "NaN", double.NaN },
        { "infinity", double.PositiveInfinity },
        { "minus infinity", double.NegativeInfinity },
        { "true", true },
        { "false", false },
        { "guid", new Guid("11111111-2222-3333-4444-555555555555") },
        { "instant", new DateTimeOffset(2026, 5, 1, 9, 30, 15, TimeSpan.Zero).AddTicks(1234567) },
        { "bytes", new byte[] { 0, 255, 13, 10 } },
        { "no bytes", Array.Empty<byte>() },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(string why, object value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("part", "single") { ["Value"] = value });
        var row = new TableEntity("part", "batch") { ["Value"] = value };
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, row)]);
        foreach (var read in await ListAsync(table.QueryAsync<TableEntity>()))
        {
            Assert.True(read.ContainsKey("Value"), why);
            Assert.Equal(value.GetType(), read["Value"].GetType());
            Assert.Equal(value, read["Value"]);
        }
    }

    [Fact]
    public async Task An_own_class_comes_back_as_it_went()
    {
        var table = await azurite.NewTableAsync();
        var sent = Thing.Sample();
        await table.AddEntityAsync(sent);
        var read = (await table.GetEntityAsync<Thing>("part", "row")).Value;
        Assert.Equal((sent.Text, sent.Small, sent.Large, sent.Ratio), (read.Text, read.Small, read.Large, read.Ratio));
        Assert.Equal((sent.Truth, sent.Id, sent.Colour, sent.Other), (read.Truth, read.Id, read.Colour, read.Other));
        Assert.Equal((sent.When, sent.WhenUtc, DateTimeKind.Utc), (read.When, read.WhenUtc, read.WhenUtc.Kind));
        Assert.Equal(sent.Bytes, read.Bytes);
        Assert.Equal(sent.Data!.ToArray(), read.Data!.ToArray());
        Assert.Equal((null, null), (read.Maybe, read.Private));
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task The_longest_text_is_kept()
    {
        var table = await azurite.NewTableAsync();
        var text = new string('ü', 32 * 1024);
        await table.AddEntityAsync(new TableEntity("part", "r") { ["Text"] = text });
        Assert.Equal(text, (await table.GetEntityAsync<TableEntity>("part", "r")).Value.GetString("Text"));
    }

    [Fact]
    public async Task A_large_body_keeps_every_letter_beyond_ASCII()
    {
        var table = await azurite.NewTableAsync();
        var texts = Enumerable.Range(0, 10).ToDictionary(n => $"Text{n}", n => new string('x', n) + new string('☂', 30_000));
        await table.AddEntityAsync(new TableEntity(texts.ToDictionary(pair => pair.Key, object (pair) => pair.Value)) { PartitionKey = "part", RowKey = "r" });
        var read = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        Assert.All(texts, pair => Assert.Equal(pair.Value, read.GetString(pair.Key)));
    }

    [Fact]
    public async Task The_longest_bytes_are_kept()
    {
        var table = await azurite.NewTableAsync();
        var bytes = Enumerable.Range(0, 64 * 1024).Select(number => (byte)(number % 251)).ToArray();
        await table.AddEntityAsync(new TableEntity("part", "r") { ["Bytes"] = bytes });
        Assert.Equal(bytes, (await table.GetEntityAsync<TableEntity>("part", "r")).Value.GetBinary("Bytes"));
    }

    [Fact]
    public async Task A_null_is_not_stored_and_a_merge_with_it_removes_nothing()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("part", "r") { ["A"] = "kept", ["B"] = null! });
        await table.UpsertEntityAsync(new TableEntity("part", "r") { ["A"] = null! });
        var read = (await table.GetEntityAsync<TableEntity>("part", "r")).Value;
        Assert.Equal("kept", read.GetString("A"));
        Assert.False(read.ContainsKey("B"));
    }
}
