namespace Azure.Data.Tables;

/// <summary>One write of a transaction. An update needs an ETag (or <see cref="ETag.All"/>); a delete without one deletes whatever is there.</summary>
public sealed class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity ?? throw new ArgumentNullException(nameof(entity));

    public ETag ETag { get; } = etag;
}
