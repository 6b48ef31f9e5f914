using Benchmarking.Core.Publishing;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>What waits for an operator: work that failed too often, to be tried again or dismissed.</summary>
internal static class Operations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operations/poison", List).KeyedDoor("Work that failed too often and waits for an operator.");
        routes.MapPost("/operations/poison/{trigger}/{id}", TryAgain).KeyedDoor("Try again what was put aside; done, it leaves the list.");
        routes.MapDelete("/operations/poison/{trigger}/{id}", Dismiss).KeyedDoor("Take off the list what was put aside.");
    }

    private static async Task<IResult> List(HttpContext context, Access access, PoisonStore poison) =>
        await access.Check(context, Act.ReadOperations) ?? new RequestQuery(context.Request).Problem
        ?? (IResult)new Answer(new { poison = await poison.All(context.RequestAborted) });

    private static async Task<IResult> TryAgain(
        string trigger, string id, HttpContext context, Access access, PoisonStore poison, IngestReturn ingest, RefreshSlice refresh,
        ILogger<PoisonStore> log)
    {
        var (aside, problem) = await Find(trigger, id, context, access, poison);
        if (aside is null)
        {
            return problem!;
        }

        try
        {
            if (trigger == FunctionNames.IngestReturn)
            {
                await ingest.Run(aside.Subject, context.RequestAborted);
            }
            else if (SliceKey.TryParse(aside.Subject, out var slice))
            {
                await refresh.Run(slice, context.RequestAborted);
            }
            else
            {
                return new Problem(StatusCodes.Status409Conflict, "nothing-to-try", "There is nothing to try", $"'{aside.Subject}' is no slice: dismiss it with DELETE.");
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TryFailed(log, failure, trigger, aside.Subject, 1);
            return new Problem(StatusCodes.Status409Conflict, "failed-again", "It failed again", $"{failure.GetType().Name}; the reason is in the log under event 400.");
        }

        return await TakeOff(trigger, aside, "tried again", context, poison, log);
    }

    private static async Task<IResult> Dismiss(string trigger, string id, HttpContext context, Access access, PoisonStore poison, ILogger<PoisonStore> log)
    {
        var (aside, problem) = await Find(trigger, id, context, access, poison);
        return aside is null ? problem! : await TakeOff(trigger, aside, "dismissed", context, poison, log);
    }

    private static async Task<(PutAside? Aside, IResult? Problem)> Find(string trigger, string id, HttpContext context, Access access, PoisonStore poison)
    {
        if ((await access.Check(context, Act.Refresh) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return (null, problem);
        }

        var aside = (await poison.All(context.RequestAborted)).FirstOrDefault(row => row.Trigger == trigger && row.Id == id);
        return (aside, aside is null ? Problem.NotFound("poison-unknown", "Nothing put aside", "Nothing of this trigger and id is put aside.") : null);
    }

    private static async Task<IResult> TakeOff(
        string trigger, PutAside aside, string done, HttpContext context, PoisonStore poison, ILogger<PoisonStore> log)
    {
        await poison.TakeOff(aside, context.RequestAborted);
        Log.PoisonHandled(log, Access.Of(context).Name, done, trigger, aside.Subject);
        return new Answer(new { aside.Trigger, aside.Subject, done });
    }
}
