using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>Who holds a key, and issuing and taking keys away. A key is shown once, to whom it is issued; stored is its hash alone.</summary>
internal static class Keys
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operations/keys", List).KeyedDoor("The keys there are: their holders, never the keys themselves.");
        routes.MapPost("/operations/keys", Issue).KeyedDoor("Issue a key to a council, an analyst or an operator; it is shown this once.");
        routes.MapDelete("/operations/keys/{id}", TakeAway).KeyedDoor("Take a key away; it is refused within half a minute.");
    }

    private static async Task<IResult> List(HttpContext context, Access access, KeyStore keys) =>
        await access.Check(context, Act.ManageKeys) ?? new RequestQuery(context.Request).Problem
        ?? (IResult)new Answer(new { keys = (await keys.All(context.RequestAborted)).Select(key => Body(key)) });

    private static async Task<IResult> Issue(HttpContext context, Access access, KeyStore keys, ILogger<KeyStore> log)
    {
        if ((await access.Check(context, Act.ManageKeys) ?? new RequestQuery(context.Request).Problem) is { } refused)
        {
            return refused;
        }

        var (body, unreadable) = await RequestBody.Read(context.Request, "role", "name", "council");
        var (caller, problem) = unreadable is null ? Holder(body!) : (null, unreadable);
        if (caller is null)
        {
            return problem!;
        }

        var key = KeyStore.NewKey();
        await keys.Save([(key, caller)], context.RequestAborted);
        var issued = new IssuedKey(KeyStore.IdOf(key), caller);
        Log.KeyIssued(log, Access.Of(context).Name, Codes.Of(caller.Role), caller.Name, issued.Id);
        return new Answer(Body(issued, key), status: StatusCodes.Status201Created);
    }

    private static async Task<IResult> TakeAway(string id, HttpContext context, Access access, KeyStore keys, ILogger<KeyStore> log)
    {
        if ((await access.Check(context, Act.ManageKeys) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        if (id == KeyStore.IdOf(context.Request.Headers[Access.Header].ToString()))
        {
            return new Problem(StatusCodes.Status409Conflict, "key-in-use", "This key is in use", "A key cannot take itself away: issue another and use that.");
        }

        if (!(await keys.All(context.RequestAborted)).Any(key => key.Id == id))
        {
            return Problem.NotFound("key-unknown", "Unknown key", "There is no key of this id.");
        }

        await keys.Remove(id, context.RequestAborted);
        Log.KeyTakenAway(log, Access.Of(context).Name, id);
        return new Answer(new { id, taken = true });
    }

    private static (Caller? Caller, Problem? Problem) Holder(RequestBody body)
    {
        var (roleText, name) = (body.Text("role"), body.Text("name"));
        if (body.Problem is { } unreadable)
        {
            return (null, unreadable);
        }

        string[] roles = [.. Codes.All<Role>().Where(role => role != Codes.Of(Role.Anonymous))];
        if (!roles.Contains(roleText))
        {
            return (null, Problem.BadRequest("role-unknown", "Unknown role", $"'{roleText}' is not a role that a key can have.", roles));
        }

        if (name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return (null, Problem.BadRequest("name-unreadable", "Unreadable name", $"Say in 'name' who will hold the key, in 1 to {LongestName} characters."));
        }

        var role = Codes.Parse<Role>(roleText);
        return role == Role.Council ? OfCouncil(body, name.Trim()) : (new Caller(role, name.Trim(), null), null);
    }

    private static (Caller? Caller, Problem? Problem) OfCouncil(RequestBody body, string name)
    {
        var council = body.Council("council");
        if (body.Problem is { } unreadable)
        {
            return (null, unreadable);
        }

        var reference = ReferenceData.Current;
        return reference.Councils.All.Any(known => known.Code == council) || reference.Groups.FindPartnership(council.Value) is not null
            ? (new Caller(Role.Council, name, council), null)
            : (null, Problem.BadRequest("council-unknown", "Unknown council", $"There is no council or partnership '{council}'."));
    }

    private static object Body(IssuedKey issued, string? key = null) => key is null
        ? new { issued.Id, role = Codes.Of(issued.Holder.Role), issued.Holder.Name, issued.Holder.Council }
        : new { issued.Id, key, role = Codes.Of(issued.Holder.Role), issued.Holder.Name, issued.Holder.Council };
}
