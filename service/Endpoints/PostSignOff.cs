using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST that an officer stands by the revision that serves; the sign-off's receipt comes back. Of the officer only role and name are kept.</summary>
internal static class PostSignOff
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ReturnDoors.SignOffRoute, Handle)
        .KeyedDoor("Sign off the revision that serves, by role and name; the receipt is the answer.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        string council, string year, string kind, HttpContext context, Access access, SignReturn sign, ILogger<SignReturn> log)
    {
        var (path, problem) = ReturnDoors.Address(council, year, kind);
        problem = await access.Check(context, Act.FileReturn, path?.Council) ?? problem ?? new RequestQuery(context.Request).Problem;
        if (problem is not null)
        {
            return problem;
        }

        var (body, unreadable) = await RequestBody.Read(context.Request, "role", "name", "revision");
        if (unreadable is not null)
        {
            return unreadable;
        }

        var (role, name, revision) = (body!.Text("role"), body.Text("name").Trim(), body.WholeNumber("revision", unless: 0));
        if ((body.Problem ?? Refused(role, name)) is { } refused)
        {
            return refused;
        }

        var caller = Access.Of(context);
        Log.SignedByKey(log, caller.Role.ToString(), caller.Name, path!.ToString(), role);
        return await sign.Run(path, role, name, revision, context.RequestAborted) switch
        {
            { Receipt: { } receipt } => new Answer(receipt),
            { By: { } by } => Conflict("signed-already", "Signed off already", $"Revision {by.Revision} was signed off by the {role} {by.Name}; a new revision can be signed anew."),
            { Serving: { } serving } => Conflict("revision-not-serving", "Another revision serves", $"Revision {serving} serves: look at it and sign that one."),
            _ => Problem.NotFound("return-not-accepted", "No accepted return", $"{council} has no accepted {Codes.Of(path.Kind)} return for {path.Year}."),
        };
    }

    private static Problem? Refused(string role, string name)
    {
        string[] roles = [.. ReferenceData.Current.SignOffRoles.Select(known => known.Code)];
        return !roles.Contains(role) ? Problem.BadRequest("role-unknown", "Unknown role", $"'{role}' is not a role that signs off returns.", roles)
            : name.Length is 0 or > LongestName || name.Any(char.IsControl)
                ? Problem.BadRequest("name-unreadable", "Unreadable name", $"'name' must be the officer's name in 1 to {LongestName} characters.")
                : null;
    }

    private static Problem Conflict(string code, string title, string detail) => new(StatusCodes.Status409Conflict, code, title, detail);
}
