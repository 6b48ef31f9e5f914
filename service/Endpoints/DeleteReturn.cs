using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>DELETE a return: it is withdrawn, and the withdrawal's receipt comes back. What it changed is published by then.</summary>
internal static class DeleteReturn
{
    /// <summary>Why a return is withdrawn; what is not plain ASCII is percent-encoded. A header, since a DELETE's body may get lost on the way.</summary>
    public const string ReasonHeader = "X-Reason";

    private const int LongestReason = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete(ReturnDoors.Route, Handle)
        .KeyedDoor("Withdraw a return: it counts no more, its history stays, the withdrawal's receipt is the answer. The reason is in the header X-Reason.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        string council, string year, string kind, HttpContext context, Access access, WithdrawReturn withdraw, RefreshSlice refresh, TimeProvider clock,
        ILogger<WithdrawReturn> log)
    {
        var (path, problem) = ReturnDoors.Address(council, year, kind);
        problem = await access.Check(context, Act.FileReturn, path?.Council) ?? problem ?? new RequestQuery(context.Request).Problem;
        if (problem is not null)
        {
            return problem;
        }

        var reason = Uri.UnescapeDataString(context.Request.Headers[ReasonHeader].ToString()).Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return Problem.BadRequest(
                "reason-missing", "A reason is needed", $"Say in the header {ReasonHeader} why the return is withdrawn, in 1 to {LongestReason} characters.");
        }

        var caller = Access.Of(context);
        Log.WithdrawnByKey(log, caller.Role.ToString(), caller.Name, path!.ToString());
        if (await withdraw.Run(path, reason, context.RequestAborted) is not { } taken)
        {
            return ReturnDoors.NotFiled(path);
        }

        await ReturnDoors.Publish(taken, clock.GetUtcNow(), refresh, context.RequestAborted);
        return new Answer(taken.Receipt);
    }
}
