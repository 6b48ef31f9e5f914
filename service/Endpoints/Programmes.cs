using Benchmarking.Core.Appraising;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Programmes: plans kept under a name and appraised whenever they are read. Those of the councils' own papers ship with the product.</summary>
internal static class Programmes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/programmes", List).Door("The programmes that are kept, those that ship with the product first.");
        routes.MapGet("/programmes/{id}", One).Door("A programme with its appraisal.");
        routes.MapPut("/programmes/{id}", Put).KeyedDoor("Keep a programme: its parts are the body, its appraisal is the answer.");
        routes.MapDelete("/programmes/{id}", (string id, HttpContext context, Access access, SavedStore store) =>
            SavedDoors.Delete(context, access, store, SavedStore.Programmes, id)).KeyedDoor("Take a programme away.");
        routes.MapPost("/appraisals/programme", Appraise).Door("A programme appraised part by part; nothing is stored.");
    }

    private static async Task<IResult> List(HttpContext context, Access access, SavedStore store)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        var kept = (await store.All(SavedStore.Programmes, context.RequestAborted)).Select(item => Entry(item.Id, ProgrammeJson.Read(item.Content).Result!, item));
        Listed[] programmes = [.. SampleProgrammes.All.Select(pair => Entry(pair.Key, pair.Value, null)), .. kept];
        return new Answer(
            new { programmes },
            new CsvTable(["id", "name", "source", "unit", "shipped", "savedAt"], programmes.Select(p => (IReadOnlyList<object?>)[p.Id, p.Name, p.Source, p.Unit, p.Shipped, p.SavedAt])));
    }

    private static async Task<IResult> One(string id, HttpContext context, Access access, SavedStore store)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem ?? SavedDoors.Wrong(id)) is { } problem)
        {
            return problem;
        }

        if (SampleProgrammes.All.GetValueOrDefault(id) is { } shipped)
        {
            return Appraised(id, shipped, null);
        }

        return await store.Find(SavedStore.Programmes, id, context.RequestAborted) is { } item
            ? Appraised(id, ProgrammeJson.Read(item.Content).Result!, item)
            : Problem.NotFound("programme-unknown", "Unknown programme", $"There is no programme '{id}'; see /programmes.");
    }

    private static async Task<IResult> Put(string id, HttpContext context, Access access, SavedStore store)
    {
        if ((await access.Check(context, Act.Keep) ?? new RequestQuery(context.Request).Problem ?? SavedDoors.Wrong(id)) is { } problem)
        {
            return problem;
        }

        if (SampleProgrammes.All.ContainsKey(id))
        {
            return new Problem(StatusCodes.Status409Conflict, "programme-shipped", "This programme ships with the product", $"'{id}' cannot be changed: keep yours under another id.");
        }

        var (programme, wrong) = await Read(context.Request);
        return wrong ?? await SavedDoors.Save(context, store, SavedStore.Programmes, id, ProgrammeJson.Write(programme!), item => Appraised(id, programme!, item));
    }

    private static async Task<IResult> Appraise(HttpContext context, Access access)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        var (programme, wrong) = await Read(context.Request);
        return (IResult?)wrong ?? new Answer(ProgrammeAppraisal.Of(programme!).Result!);
    }

    /// <summary>A programme that can be appraised, or why this is none.</summary>
    private static async Task<(Programme? Programme, Problem? Problem)> Read(HttpRequest request)
    {
        var (body, tooLarge) = await SavedDoors.Body(request);
        if (tooLarge is not null)
        {
            return (null, tooLarge);
        }

        var read = ProgrammeJson.Read(body);
        var fault = read.Succeeded ? ProgrammeAppraisal.Of(read.Result).Problem : read.Problem;
        return fault is null
            ? (read.Result, null)
            : (null, Problem.BadRequest(fault.Code, "The programme cannot be appraised", fault.Message, fault.ValidValues));
    }

    private static Answer Appraised(string id, Programme programme, SavedItem? item)
    {
        var version = item?.Tag ?? SavedStore.TagOf(ProgrammeJson.Write(programme));
        return new Answer(
            new { id, shipped = item is null, version, item?.SavedAt, programme = ProgrammeJson.Node(programme), appraisal = ProgrammeAppraisal.Of(programme).Result! }, tag: version);
    }

    private static Listed Entry(string id, Programme programme, SavedItem? item) =>
        new(id, programme.Name, programme.Source, programme.Unit, [.. (programme.Councils ?? []).Select(council => council.Value)], item is null, item?.SavedAt);

    private sealed record Listed(string Id, string Name, string? Source, string Unit, IReadOnlyList<string> Councils, bool Shipped, DateTimeOffset? SavedAt);
}
