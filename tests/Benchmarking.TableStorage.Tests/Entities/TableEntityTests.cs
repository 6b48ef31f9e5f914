using Azure;
using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Entities;

public sealed class TableEntityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Absent_properties_are_null()
    {
        var entity = new TableEntity("p", "r");
        Assert.Null(entity["A"]);
        Assert.Null(entity.GetString("A"));
        Assert.Null(entity.GetInt32("A"));
        Assert.Null(entity.GetBinary("A"));
        Assert.Null(entity.Timestamp);
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public void Names_are_case_sensitive()
    {
        var entity = new TableEntity { ["a"] = 1, ["A"] = 2 };
        Assert.Equal((1, 2), (entity.GetInt32("a"), entity.GetInt32("A")));
    }

    [Fact]
    public void A_property_read_as_another_type_is_refused_by_name()
    {
        var entity = new TableEntity { ["A"] = "text" };
        Assert.Contains("'A'", Assert.Throws<InvalidOperationException>(() => entity.GetInt32("A")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => entity.GetBinary("A"));
    }

    [Fact]
    public void Reads_convert_only_what_loses_nothing()
    {
        var entity = new TableEntity { ["Int"] = 3, ["Long"] = 4L, ["Double"] = 5.0, ["Date"] = Noon, ["Bytes"] = new byte[] { 1 } };
        Assert.Equal((3L, 3.0), (entity.GetInt64("Int"), entity.GetDouble("Int")));
        Assert.Equal(Noon.UtcDateTime, entity.GetDateTime("Date"));
        Assert.Equal([1], entity.GetBinaryData("Bytes")!.ToArray());
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Long"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Double"));
    }

    [Fact]
    public void It_is_a_dictionary_of_its_own()
    {
        var source = new Dictionary<string, object> { ["PartitionKey"] = "p", ["A"] = 1 };
        var entity = new TableEntity(source) { ETag = new ETag("W/\"1\"") };
        source["A"] = 2;
        Assert.Equal(("p", 1), (entity.PartitionKey, entity.GetInt32("A")));
        Assert.True(entity.TryGetValue("odata.etag", out var tag));
        Assert.Equal("W/\"1\"", tag);
        Assert.Equal(3, entity.Count);
        Assert.True(entity.Remove("A"));
        Assert.Throws<ArgumentException>(() => entity.Add("PartitionKey", "again"));
        entity.ETag = default;
        Assert.Equal(["PartitionKey"], entity.Keys);
    }
}
