using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Endpoints;

/// <summary>What the doors have in common that keep something under a name: the name, the body and the conditions.</summary>
internal static class SavedDoors
{
    private const int LongestId = 60;

    /// <summary>The problem with a name; null where it is a slug.</summary>
    public static Problem? Wrong(string id) =>
        id.Length <= LongestId && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && id[0] != '-' && id[^1] != '-'
            ? null
            : Problem.BadRequest("id-unreadable", "Unreadable id", $"An id has 1 to {LongestId} lower-case letters, digits and hyphens between them, such as north-plan.");

    public static async Task<(byte[]? Body, Problem? Problem)> Body(HttpRequest request) =>
        await RequestBody.Bytes(request, SavedStore.MaxBytes) is { } body
            ? (body, null)
            : (null, new Problem(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large", $"The body may have at most {SavedStore.MaxBytes} bytes."));

    /// <summary>Keeps the content and answers with it, or with what stands against it.</summary>
    public static async Task<IResult> Save(HttpContext context, SavedStore store, string kind, string id, byte[] content, Func<SavedItem, Answer> answer)
    {
        var (match, isNew) = Conditions(context.Request);
        var (outcome, item) = await store.Save(kind, id, content, match, isNew, context.RequestAborted);
        return outcome switch
        {
            Saving.ConditionMissing => new Problem(
                StatusCodes.Status428PreconditionRequired, "condition-missing", "It is there already",
                $"'{id}' is there with other content. To replace it send its ETag, \"{item!.Tag}\", in If-Match."),
            Saving.ConditionFailed => new Problem(
                StatusCodes.Status412PreconditionFailed, "condition-failed", "It has changed", $"'{id}' is not as the condition says; nothing was written. Read it again."),
            _ => answer(item!),
        };
    }

    public static async Task<IResult> Delete(HttpContext context, Access access, SavedStore store, string kind, string id)
    {
        if ((await access.Check(context, Act.Keep) ?? new RequestQuery(context.Request).Problem ?? Wrong(id)) is { } problem)
        {
            return problem;
        }

        return await store.Delete(kind, id, Conditions(context.Request).Match, context.RequestAborted)
            ? Results.NoContent()
            : new Problem(StatusCodes.Status412PreconditionFailed, "condition-failed", "It has changed", $"'{id}' is not as the condition says; nothing was taken away.");
    }

    private static (string? Match, bool IsNew) Conditions(HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        return (headers.IfMatch.FirstOrDefault()?.Tag.ToString().Trim('"'), headers.IfNoneMatch.Any(tag => tag == EntityTagHeaderValue.Any));
    }
}
