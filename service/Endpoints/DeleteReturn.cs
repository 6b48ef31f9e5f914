using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>DELETE a return: it is withdrawn, and the withdrawal's receipt comes back. What it changed is published by then.</summary>
internal sealed class DeleteReturn(WithdrawReturn withdraw, PublishedChange change, TimeProvider clock, ILogger<DeleteReturn> log)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete(
            ReturnAddress.Route,
            ([AsParameters] ReturnAddress address, DeleteReturn endpoint, HttpContext context) => endpoint.Handle(address, context))
        .WithSummary(
            "Withdraw a return: it counts no more, its history stays, the withdrawal's receipt is the answer. "
            + "The reason is in the header X-Reason.")
        .Requires(Act.FileReturn)
        .AnswersInJson();

    private async Task<IResult> Handle(ReturnAddress address, HttpContext context)
    {
        if (!WithdrawalReason.Read(context.Request, "return").TryGet(out var reason, out var problem))
        {
            return problem;
        }

        var caller = Caller.Of(context.User);
        Log.WithdrawnByKey(log, caller.Role.ToString(), caller.Name, address.Path.ToString());
        if (await withdraw.Run(address.Path, reason, context.RequestAborted) is not { } withdrawn)
        {
            return address.NotFiled();
        }

        await change.Publish(withdrawn.Touched, clock.GetUtcNow(), context.RequestAborted);
        return new Answer(withdrawn.Receipt);
    }
}
