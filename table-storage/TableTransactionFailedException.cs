using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>The service refused a transaction; none of its actions was applied.</summary>
public sealed class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : this(requestFailedException ?? throw new ArgumentNullException(nameof(requestFailedException)), null)
    {
    }

    internal TableTransactionFailedException(RequestFailedException cause, int? index)
        : base(cause.Status, Sentence(cause, index), cause.ErrorCode, cause)
    {
        FailedTransactionActionIndex = index;
    }

    /// <summary>Zero-based position of the action that failed; null when the service blames the whole transaction.</summary>
    public int? FailedTransactionActionIndex { get; }

    private static string Sentence(RequestFailedException cause, int? index)
    {
        var which = index is { } position
            ? string.Create(CultureInfo.InvariantCulture, $"Action {position} (counted from 0) failed")
            : "The transaction failed";
        return $"{which}; nothing was applied. {cause.Message}";
    }
}
