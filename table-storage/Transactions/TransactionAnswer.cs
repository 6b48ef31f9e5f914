using System.Globalization;
using Azure.Data.Tables.Failures;

namespace Azure.Data.Tables.Transactions;

/// <summary>
/// Reads what a transaction was answered. The outer status is 202 even when it failed: then one part alone says so, and its
/// message begins with the position of the action. Anything else that does not fit the actions is an unknown outcome.
/// </summary>
internal static class TransactionAnswer
{
    private const int FirstFailure = 400;

    public static IReadOnlyList<Response> Read(Response outer, int actions, int retries)
    {
        IReadOnlyList<Response> parts;
        try
        {
            parts = MultipartReader.Read(outer.Content.ToString(), outer.Headers.ContentType, outer.ClientRequestId);
        }
        catch (FormatException fault)
        {
            throw Unreadable(outer, fault);
        }

        if (parts.FirstOrDefault(part => part.Status >= FirstFailure) is { } refused)
        {
            var cause = new RequestFailedException(refused, null, new TableErrorParser(retries));
            throw new TableTransactionFailedException(cause, FailedIndex(refused, actions));
        }

        return parts.Count == actions ? parts : throw Unreadable(outer, null);
    }

    private static int? FailedIndex(Response refused, int actions)
    {
        var message = TableErrorParser.MessageOf(refused) ?? "";
        var digits = message[..Math.Max(0, message.IndexOf(':', StringComparison.Ordinal))];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < actions ? index : null;
    }

    private static RequestFailedException Unreadable(Response outer, Exception? fault) =>
        new(outer.Status, "The answer to the transaction cannot be read: whether it was applied is unknown.", null, fault);
}
