namespace Azure.Data.Tables;

public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>Set by the service at each write; never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Filled by reads. Writes do not refresh it: the new value is in <c>response.Headers.ETag</c>.</summary>
    ETag ETag { get; set; }
}
