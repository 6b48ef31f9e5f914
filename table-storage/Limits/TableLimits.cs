namespace Azure.Data.Tables.Limits;

/// <summary>
/// What the service refuses, known here so that it is refused before anything is sent; emulators let much of it pass.
/// Unless said otherwise: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
internal static class TableLimits
{
    /// <summary>1 KiB of UTF-16.</summary>
    public const int MaxKeyLength = 512;

    public const int MaxPropertyNameLength = 255;

    /// <summary>255 less PartitionKey, RowKey and Timestamp.</summary>
    public const int MaxOwnProperties = 252;

    /// <summary>64 KiB of UTF-16.</summary>
    public const int MaxStringLength = 32 * 1024;

    public const int MaxBinaryLength = 64 * 1024;

    public const int MaxEntityBytes = 1024 * 1024;

    public const int MinTableNameLength = 3;

    public const int MaxTableNameLength = 63;

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</summary>
    public const int MaxTransactionActions = 100;

    /// <summary>The body with all its part headers must stay below this; same page as the number of actions.</summary>
    public const int MaxTransactionBytes = 4 * 1024 * 1024;

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/query-timeout-and-pagination</summary>
    public const int MaxPageSize = 1000;

    public static readonly DateTimeOffset EarliestDate = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
