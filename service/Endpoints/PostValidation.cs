using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST a return to be checked: the receipt that it would get, with no id, and nothing stored. It is held against no more than the
/// caller may read: without a key against nothing but public reference data.</summary>
internal sealed class PostValidation(
    ReturnBody bodies, ReturnLedger ledgers, CheckReturn check, CheckLimiter checks, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            ReturnAddress.ValidationRoute,
            ([AsParameters] ReturnAddress address, PostValidation endpoint, HttpContext context) => endpoint.Handle(address, context))
        .WithSummary("Check a return against what the caller may read; nothing is stored.")
        .Requires(Act.CheckReturn)
        .AnswersInTables()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private async Task<IResult> Handle(ReturnAddress address, HttpContext context)
    {
        if (!(await bodies.Read(context.Request)).TryGet(out var body, out var problem))
        {
            return problem;
        }

        using var admission = checks.Admit(body.Length);
        if (admission is null)
        {
            return ReturnBody.Busy;
        }

        var named = address.Named(body);
        var file = new FiledReturn(named.ToString(), Receipt.Fingerprint(body), body.Length, clock.GetUtcNow(), body);
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(named), context.RequestAborted);
        var caller = Caller.Of(context.User);
        var against = new HeldAgainst(
            other => AccessRules.DepthOf(caller, other) != ReceiptDepth.Codes, Peers: !AccessRules.SeesOpenFiguresOnly(caller));
        var receipt = (await check.Run(file, named, ledger, against, context.RequestAborted)).Receipt(file, null, null);
        return new Answer(receipt, GetReceipt.Table(receipt));
    }
}
