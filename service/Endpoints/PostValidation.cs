using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST a return to be checked: the receipt that it would get, with no id, and nothing stored.</summary>
internal static class PostValidation
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost($"{ReturnDoors.Route}/validation", Handle)
        .Door("Check a return; nothing is stored.");

    private static async Task<IResult> Handle(
        string council, string year, string kind, HttpContext context, Access access, ReturnLedger ledgers, CheckReturn check,
        IOptions<BenchmarkingOptions> options, TimeProvider clock)
    {
        var (path, problem) = ReturnDoors.Address(council, year, kind);
        problem = await access.Check(context, Act.CheckReturn, path?.Council) ?? problem ?? new RequestQuery(context.Request).Problem;
        if (problem is not null)
        {
            return problem;
        }

        if (await RequestBody.Bytes(context.Request, options.Value.MaxReturnBytes) is not { } body)
        {
            return ReturnDoors.TooLarge(options.Value.MaxReturnBytes);
        }

        var named = ReturnDoors.Named(path!, body);
        var file = new FiledReturn(named.ToString(), Receipt.Fingerprint(body), body.Length, clock.GetUtcNow(), body);
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(named), context.RequestAborted);
        return new Answer((await check.Run(file, named, ledger, context.RequestAborted)).Receipt(file, null, null));
    }
}
