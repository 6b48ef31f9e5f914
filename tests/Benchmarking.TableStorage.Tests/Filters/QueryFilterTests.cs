using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Filters;

public sealed class QueryFilterTests
{
    public static TheoryData<object, string> Literals => new()
    {
        { "it's", "'it''s'" },
        { "' or 1 eq 1 or '", "''' or 1 eq 1 or '''" },
        { "{0} %41", "'{0} %41'" },
        { 'x', "'x'" },
        { true, "true" },
        { -1, "-1" },
        { 123L, "123L" },
        { 1.5, "1.5" },
        { 2.0, "2.0" },
        { 1e300, "1E+300" },
        { new Guid("11111111-2222-3333-4444-555555555555"), "guid'11111111-2222-3333-4444-555555555555'" },
        { new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.FromHours(1)), "datetime'2026-05-01T00:00:00.0000000Z'" },
        { new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc), "datetime'2026-05-01T00:00:00.0000000Z'" },
        { new byte[] { 1, 255 }, "X'01FF'" },
        { BinaryData.FromBytes(new byte[] { 16 }), "X'10'" },
        { Support.Colour.Red, "'Red'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_becomes_a_literal(object value, string literal) =>
        Assert.Equal($"(A eq {literal})", TableClient.CreateQueryFilter($"(A eq {value})"));

    [Fact]
    public void Several_values_keep_their_places() => Assert.Equal(
        "PartitionKey eq 'p' and RowKey ge '1' and N lt 2",
        TableServiceClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {"1"} and N lt {2}"));

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {null}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {1.5m}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {double.NaN}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new DateTime(2026, 5, 1)}"));
    }
}
