using System.Globalization;
using Azure.Data.Tables.Connecting;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Transactions;

/// <summary>What makes a list of actions one transaction: https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</summary>
internal static class TransactionRules
{
    public static void Check(TableTransactionAction[] actions)
    {
        if (actions.Length == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        if (actions.Length > TableLimits.MaxTransactionActions)
        {
            throw Refused(FormattableString.Invariant(
                $"{actions.Length} actions; {TableLimits.MaxTransactionActions} are allowed. Split them: the pieces are then no longer one."));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < actions.Length; index++)
        {
            var entity = (actions[index] ?? throw Refused($"Action {Text(index)} is null.")).Entity;
            if (!string.Equals(entity.PartitionKey, actions[0].Entity.PartitionKey, StringComparison.Ordinal))
            {
                throw Refused($"Action {Text(index)} is on another partition than action 0.");
            }

            if (!seen.Add(entity.RowKey ?? throw Refused($"Action {Text(index)} has no RowKey.")))
            {
                throw Refused($"Action {Text(index)} is on an entity that an earlier action is on.");
            }
        }
    }

    /// <summary>The action as a request of its own; a fault of form names the action.</summary>
    public static TableRequest Request(string table, TableTransactionAction action, int index)
    {
        try
        {
            return Request(table, action);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException($"Action {Text(index)}: {fault.Message}", fault);
        }
    }

    private static TableRequest Request(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => EntityRequests.Add(table, action.Entity),
        TableTransactionActionType.UpsertMerge => EntityRequests.Upsert(table, action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => EntityRequests.Upsert(table, action.Entity, TableUpdateMode.Replace),
        TableTransactionActionType.UpdateMerge => EntityRequests.Update(table, action.Entity, action.ETag, TableUpdateMode.Merge),
        TableTransactionActionType.UpdateReplace => EntityRequests.Update(table, action.Entity, action.ETag, TableUpdateMode.Replace),
        TableTransactionActionType.Delete =>
            EntityRequests.Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        _ => throw new ArgumentException($"Unknown action type {action.ActionType}."),
    };

    private static ArgumentException Refused(string reason) => new(reason);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
