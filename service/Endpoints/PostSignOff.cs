using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST that an officer stands by the revision that serves; the sign-off's receipt comes back. Of the officer only role and name
/// are stored.</summary>
internal sealed class PostSignOff(SignReturn sign, ILogger<PostSignOff> log)
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            ReturnAddress.SignOffRoute,
            ([AsParameters] ReturnAddress address, PostSignOff endpoint, HttpContext context) => endpoint.Handle(address, context))
        .WithSummary("Sign off the revision that serves, by role and name; the receipt is the answer.")
        .Requires(Act.FileReturn)
        .AnswersInJson()
        .ProducesProblem(StatusCodes.Status409Conflict);

    private async Task<IResult> Handle(ReturnAddress address, HttpContext context)
    {
        if (!(await RequestBody.Read(context.Request, ["role", "name", "revision"], Read)).TryGet(out var officer, out var problem))
        {
            return problem;
        }

        var (caller, path) = (Caller.Of(context.User), address.Path);
        Log.SignedByKey(log, caller.Role.ToString(), caller.Name, path.ToString(), officer.Role);
        return await sign.Run(path, officer.Role, officer.Name, officer.Revision, context.RequestAborted) switch
        {
            { Receipt: { } receipt } => new Answer(receipt),
            { By: { } by } => Problem.Conflict(
                "signed-already", "Signed off already",
                $"Revision {by.Revision} was signed off by the {officer.Role} {by.Name}; a new revision can be signed anew."),
            { Serving: { } serving } => Problem.Conflict(
                "revision-not-serving", "Another revision serves", $"Revision {serving} serves: look at it and sign that one."),
            _ => Problem.NotFound(
                "return-not-accepted", "No accepted return",
                $"{path.Council} has no accepted {Codes.Of(path.Kind)} return for {path.Year}."),
        };
    }

    private static Officer Read(RequestBody body)
    {
        var officer = new Officer(body.Text("role"), body.Text("name").Trim(), body.WholeNumber("revision"));
        string[] roles = [.. ReferenceData.Current.SignOffRoles.Select(known => known.Code)];
        if (!roles.Contains(officer.Role))
        {
            throw RequestBody.Refuse(
                Problem.BadRequest("role-unknown", "Unknown role", $"'{officer.Role}' is not a role that signs off returns.", roles));
        }

        return officer.Name.Length is > 0 and <= LongestName ? officer : throw RequestBody.Refuse(
            Problem.BadRequest("name-unreadable", "Unreadable name",
                $"'name' must be the officer's name in 1 to {LongestName} characters."));
    }

    /// <summary>Who signs, and the revision that was looked at.</summary>
    private sealed record Officer(string Role, string Name, int Revision);
}
