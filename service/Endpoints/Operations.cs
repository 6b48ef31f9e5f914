using Benchmarking.Core.Publishing;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>Where poison work is found: the function that failed, and the id of what it failed on.</summary>
internal sealed record PoisonAddress(string Trigger, string Id);

/// <summary>What waits for an operator: work that failed too often, to be tried again or dismissed.</summary>
internal sealed class Operations(PoisonStore poison, IngestReturn ingest, IngestDataset ingestDataset, RefreshSlice refresh,
    ILogger<Operations> log)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operations/poison", (Operations endpoint, CancellationToken cancellation) => endpoint.List(cancellation))
            .WithSummary("Work that failed too often and waits for an operator.")
            .Requires(Act.ReadOperations).AnswersInJson();
        routes.MapPost(
                "/operations/poison/{trigger}/{id}",
                ([AsParameters] PoisonAddress address, Operations endpoint, HttpContext context) => endpoint.Retry(address, context))
            .WithSummary("Try poison work again; done, it leaves the list.")
            .Requires(Act.Refresh).AnswersInJson().ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapDelete(
                "/operations/poison/{trigger}/{id}",
                ([AsParameters] PoisonAddress address, Operations endpoint, HttpContext context) => endpoint.Dismiss(address, context))
            .WithSummary("Take poison work off the list.")
            .Requires(Act.Refresh).AnswersInJson();
    }

    private async Task<Answer> List(CancellationToken cancellation) => new(new { poison = await poison.All(cancellation) });

    private async Task<IResult> Retry(PoisonAddress address, HttpContext context)
    {
        if (!(await Find(address, context.RequestAborted)).TryGet(out var found, out var problem))
        {
            return problem;
        }

        try
        {
            if (address.Trigger == FunctionNames.IngestReturn)
            {
                await ingest.Run(found.Subject, context.RequestAborted);
            }
            else if (address.Trigger == FunctionNames.IngestDataset)
            {
                await ingestDataset.Run(found.Subject, context.RequestAborted);
            }
            else if (SliceKey.TryParse(found.Subject, out var slice))
            {
                await refresh.Run(slice, context.RequestAborted);
            }
            else
            {
                return Problem.Conflict("nothing-to-try", "There is nothing to try",
                    $"'{found.Subject}' is no slice: dismiss it with DELETE.");
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TryFailed(log, failure, address.Trigger, found.Subject, 1);
            return Problem.Conflict("failed-again", "It failed again",
                $"{failure.GetType().Name}; the reason is in the log under event 400.");
        }

        return await Remove(found, "tried again", context);
    }

    private async Task<IResult> Dismiss(PoisonAddress address, HttpContext context) =>
        (await Find(address, context.RequestAborted)).TryGet(out var found, out var problem)
            ? await Remove(found, "dismissed", context)
            : problem;

    private async Task<Outcome<PoisonWork>> Find(PoisonAddress address, CancellationToken cancellation) =>
        (await poison.All(cancellation)).FirstOrDefault(row => row.Trigger == address.Trigger && row.Id == address.Id) is { } found
            ? found
            : Problem.NotFound("poison-unknown", "No poison work", "There is no poison work of this trigger and id.");

    private async Task<IResult> Remove(PoisonWork found, string done, HttpContext context)
    {
        await poison.Remove(found, context.RequestAborted);
        Log.PoisonHandled(log, Caller.Of(context.User).Name, done, found.Trigger, found.Subject);
        return new Answer(new { found.Trigger, found.Subject, done });
    }
}
