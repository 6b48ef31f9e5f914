using System.Security.Claims;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>Who holds a key, and issuing and revoking keys. A key is shown once, to whom it is issued; stored is its hash alone.</summary>
internal sealed class Keys(KeyStore keys, ILogger<Keys> log)
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operations/keys", (Keys endpoint, CancellationToken cancellation) => endpoint.List(cancellation))
            .WithSummary("The keys there are: their holders, never the keys themselves.")
            .Requires(Act.ManageKeys).AnswersInJson();
        routes.MapPost("/operations/keys", (Keys endpoint, HttpContext context) => endpoint.Issue(context))
            .WithSummary("Issue a key to a council, an analyst or an operator; it is shown this once.")
            .Requires(Act.ManageKeys).AnswersInJson(StatusCodes.Status201Created);
        routes.MapDelete("/operations/keys/{id}", (string id, Keys endpoint, HttpContext context) => endpoint.Revoke(id, context))
            .WithSummary("Revoke a key; it is refused within half a minute.")
            .Requires(Act.ManageKeys).AnswersInJson();
    }

    private async Task<Answer> List(CancellationToken cancellation) =>
        new(new { keys = (await keys.All(cancellation)).Select(key => Body(key)) });

    private async Task<IResult> Issue(HttpContext context)
    {
        if (!(await RequestBody.Read(context.Request, ["role", "name", "council"], Holder)).TryGet(out var holder, out var problem))
        {
            return problem;
        }

        var key = KeyStore.NewKey();
        await keys.Save([(key, holder)], context.RequestAborted);
        var issued = new IssuedKey(KeyStore.IdOf(key), holder);
        Log.KeyIssued(log, Caller.Of(context.User).Name, Codes.Of(holder.Role), holder.Name, issued.Id);
        return new Answer(Body(issued, key), status: StatusCodes.Status201Created);
    }

    private async Task<IResult> Revoke(string id, HttpContext context)
    {
        if (id == context.User.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            return Problem.Conflict("key-in-use", "This key is in use", "A key cannot revoke itself: issue another and use that.");
        }

        if (!(await keys.All(context.RequestAborted)).Any(key => key.Id == id))
        {
            return Problem.NotFound("key-unknown", "Unknown key", "There is no key of this id.");
        }

        await keys.Remove(id, context.RequestAborted);
        Log.KeyTakenAway(log, Caller.Of(context.User).Name, id);
        return new Answer(new { id, taken = true });
    }

    private static Caller Holder(RequestBody body)
    {
        var (roleText, name) = (body.Text("role"), body.Text("name"));
        string[] roles = [.. Codes.All<Role>().Where(role => role != Codes.Of(Role.Anonymous))];
        if (!roles.Contains(roleText))
        {
            throw RequestBody.Refuse(
                Problem.BadRequest("role-unknown", "Unknown role", $"'{roleText}' is not a role that a key can have.", roles));
        }

        if (name.Trim().Length is 0 or > LongestName)
        {
            throw RequestBody.Refuse(
                Problem.BadRequest("name-unreadable", "Unreadable name",
                    $"Say in 'name' who will hold the key, in 1 to {LongestName} characters."));
        }

        var role = Codes.Parse<Role>(roleText);
        if (role != Role.Council && body.Has("council"))
        {
            throw RequestBody.Refuse(Problem.BadRequest("council-not-for-role", "A council where there is none",
                $"A key of the role {roleText} is no council's: leave 'council' out, or issue a council's key."));
        }

        return new Caller(role, name.Trim(), role == Role.Council ? Council(body) : null);
    }

    private static CouncilCode Council(RequestBody body)
    {
        var (council, reference) = (body.Council("council"), ReferenceData.Current);
        return reference.Councils.All.Any(known => known.Code == council) || reference.Groups.FindPartnership(council.Value) is not null
            ? council
            : throw RequestBody.Refuse(
                Problem.BadRequest("council-unknown", "Unknown council", $"There is no council or partnership '{council}'."));
    }

    private static object Body(IssuedKey issued, string? key = null) => key is null
        ? new { issued.Id, role = Codes.Of(issued.Holder.Role), issued.Holder.Name, issued.Holder.Council }
        : new { issued.Id, key, role = Codes.Of(issued.Holder.Role), issued.Holder.Name, issued.Holder.Council };
}
