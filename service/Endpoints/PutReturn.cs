using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>PUT a return: the bytes become its blob and are checked, and the receipt comes back. What it changed is published by
/// then.</summary>
internal sealed class PutReturn(
    ReturnBody bodies, FileReturn file, CheckLimiter checks, PublishedChange change, TimeProvider clock, ILogger<PutReturn> log)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut(
            ReturnAddress.Route,
            ([AsParameters] ReturnAddress address, PutReturn endpoint, HttpContext context) => endpoint.Handle(address, context))
        .WithSummary(
            "File a return: its bytes are the body, the receipt is the answer. If-Match, If-None-Match and Content-Digest are honoured.")
        .Requires(Act.FileReturn)
        .AnswersInJson()
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private async Task<IResult> Handle(ReturnAddress address, HttpContext context)
    {
        if (!FilingCondition.Of(context.Request).TryGet(out var condition, out var problem)
            || !(await bodies.Read(context.Request)).TryGet(out var body, out problem))
        {
            return problem;
        }

        using var admission = checks.Admit(body.Length);
        if (admission is null)
        {
            return ReturnBody.Busy;
        }

        var path = address.Named(body);
        var caller = Caller.Of(context.User);
        Log.FiledByKey(log, caller.Role.ToString(), caller.Name, path.ToString());
        var filedAt = clock.GetUtcNow();
        var sent = await file.Run(path, body, condition.Holds, context.RequestAborted);
        if (sent.Ingested is not { } ingested)
        {
            return Refusal(sent.Reason!.Value);
        }

        await change.Publish(ingested.Touched, filedAt, context.RequestAborted);
        return new Answer(ingested.Receipt, tag: ingested.Receipt.Id);
    }

    private static Problem Refusal(NotFiled reason) => reason switch
    {
        NotFiled.Condition => new Problem(
            StatusCodes.Status412PreconditionFailed, "condition-failed", "It has changed",
            "It is not as If-Match or If-None-Match require, and nothing was filed. Get the return, look at its newest upload, and send "
            + "the file with the entity tag of that answer if it is still to be filed."),
        NotFiled.Withdrawn => Problem.Conflict(
            "return-removed", "The return was removed", "Somebody removed the file meanwhile; file it again."),
        _ => Problem.Conflict(
            "return-replaced", "The file was replaced",
            "Somebody wrote over the file in the container before it was taken in. Get the return, look at its newest upload, and send "
            + "the file again if it is still to be filed."),
    };
}
