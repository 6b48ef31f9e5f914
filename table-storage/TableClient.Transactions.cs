using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>
    /// All of up to 100 actions on one partition, or none: then <see cref="TableTransactionFailedException"/> tells which one failed.
    /// Not split when larger. Answers come in the order of the actions. The caution on inserts after a retry holds here as well.
    /// </summary>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        TransactionRules.Check(actions);
        var body = new TransactionBody();
        for (var index = 0; index < actions.Length; index++)
        {
            body.Add(TransactionRules.Request(_name, actions[index], index), _pipeline.Endpoint);
        }

        var (response, retries) = await _pipeline.SendCountingAsync(body.Close(), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(TransactionAnswer.Read(response, actions.Length, retries), response);
    }
}
