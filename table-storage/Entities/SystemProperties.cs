namespace Azure.Data.Tables.Entities;

internal static class SystemProperties
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";

    /// <summary>Names that a caller's own property cannot have: the service sets two of them, the keys are sent apart.</summary>
    public static bool Contains(string name) => name is PartitionKey or RowKey or Timestamp or ETag;
}
