using System.Security.Claims;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Endpoints;

/// <summary>What the endpoints have in common that save something under a name: the conditions of a request (RFC 9110) and the answers to
/// them.</summary>
internal sealed class SavedItems(SavedStore store)
{
    /// <summary>Saves the content and answers with it, or with what stands against it.</summary>
    public async Task<IResult> Save(string kind, SavedId id, byte[] content, Func<SavedItem, Answer> answer, HttpContext context)
    {
        var headers = context.Request.GetTypedHeaders();
        var (outcome, item) = await store.Save(
            kind, id.Value, content, Saver(context.User), Match(headers.IfMatch), headers.IfNoneMatch.Contains(EntityTagHeaderValue.Any),
            context.RequestAborted);
        return outcome switch
        {
            Saving.ConditionMissing => new Problem(
                StatusCodes.Status428PreconditionRequired, "condition-missing", "It is there already",
                $"'{id}' is there with other content. To replace it send its ETag, \"{item!.Tag}\", in If-Match."),
            Saving.OfAnother => OfAnother(id),
            Saving.ConditionFailed => Changed($"'{id}' is not as the condition says; nothing was written. Read it again."),
            _ => answer(item!),
        };
    }

    public async Task<IResult> Delete(string kind, SavedId id, HttpContext context) =>
        await store.Delete(
            kind, id.Value, Saver(context.User), Match(context.Request.GetTypedHeaders().IfMatch), context.RequestAborted) switch
        {
            Saving.OfAnother => OfAnother(id),
            Saving.ConditionFailed => Changed($"'{id}' is not as the condition says; nothing was deleted."),
            _ => Results.NoContent(),
        };

    /// <summary>Operators change what anybody saved, so that what a lost key saved is not there for ever.</summary>
    private static Saver Saver(ClaimsPrincipal user) =>
        new(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", Caller.Of(user).Role == Role.Operator);

    private static Problem OfAnother(SavedId id) => new(
        StatusCodes.Status403Forbidden, "saved-by-another", "Saved by somebody else",
        $"'{id}' was saved with another key, which alone can change it: save yours under another id.");

    private static Problem Changed(string detail) =>
        new(StatusCodes.Status412PreconditionFailed, "condition-failed", "It has changed", detail);

    /// <summary>The versions that the caller takes: any where it says <c>*</c>. A weak tag names none for certain.</summary>
    private static VersionMatch? Match(IList<EntityTagHeaderValue> tags) => tags.Count == 0
        ? null
        : new VersionMatch(tags.Contains(EntityTagHeaderValue.Any),
            [.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString().Trim('"'))]);
}

/// <summary>The problems that conditions lead to, for the interface description.</summary>
internal static class SavingProblems
{
    public static RouteHandlerBuilder ProducesSavingProblems(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
