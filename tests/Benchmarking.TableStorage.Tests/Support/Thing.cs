using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Support;

public enum Colour
{
    Red,
    Green,
}

/// <summary>A caller's own class, with one property of each type.</summary>
public sealed class Thing : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public int Small { get; set; }

    public long Large { get; set; }

    public double Ratio { get; set; }

    public double? Maybe { get; set; }

    public bool Truth { get; set; }

    public Guid Id { get; set; }

    public DateTimeOffset When { get; set; }

    public DateTime WhenUtc { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public Colour Colour { get; set; }

    [DataMember(Name = "Renamed")]
    public string? Other { get; set; }

    [IgnoreDataMember]
    public string? Private { get; set; }

    public string Derived => Text + "!";

    public static Thing Sample(string row = "row") => new()
    {
        PartitionKey = "part",
        RowKey = row,
        Text = "naïve ☂ 😀 \"quoted\" \\ \r\n\t",
        Small = int.MinValue,
        Large = long.MaxValue,
        Ratio = 0.1 + 0.2,
        Truth = true,
        Id = new Guid("11111111-2222-3333-4444-555555555555"),
        When = new DateTimeOffset(2026, 5, 1, 9, 30, 15, TimeSpan.FromHours(1)).AddTicks(1234567),
        WhenUtc = new DateTime(1999, 12, 31, 23, 59, 59, DateTimeKind.Utc),
        Bytes = [0, 255, 13, 10],
        Data = BinaryData.FromBytes(new byte[] { 1, 2, 3 }),
        Colour = Colour.Green,
        Other = "other",
        Private = "not sent",
    };
}
