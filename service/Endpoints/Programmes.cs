using Benchmarking.Core.Appraising;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Programmes: plans saved under a name and appraised whenever they are read. Those of the councils' own papers ship with the
/// product.</summary>
internal static class Programmes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/programmes", List).WithSummary("The saved programmes, those that ship with the product first.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet("/programmes/{id}", One).WithSummary("A programme with its appraisal.").Requires(Act.ReadFigures)
            .AnswersIn(Form.Json);
        routes.MapPut("/programmes/{id}", Put).WithSummary("Save a programme: its parts are the body, its appraisal is the answer.")
            .Requires(Act.Save).AnswersInJson().ProducesProblem(StatusCodes.Status409Conflict).ProducesSavingProblems();
        routes.MapDelete("/programmes/{id}",
            (SavedId id, SavedItems items, HttpContext context) => items.Delete(SavedStore.Programmes, id, context))
            .WithSummary("Delete a programme.")
            .Requires(Act.Save).Produces(StatusCodes.Status204NoContent).ProducesSavingProblems();
        routes.MapPost("/appraisals/programme", Appraise).WithSummary("A programme appraised part by part; nothing is stored.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json);
    }

    private static async Task<IResult> List(HeldProgrammes held, CancellationToken cancellation)
    {
        Listed[] programmes = [.. (await held.All(cancellation)).Select(Entry)];
        return new Answer(
            new { programmes },
            new CsvTable(
                ["id", "name", "source", "unit", "follows", "shipped", "savedAt"],
                programmes.Select(p => (IReadOnlyList<object?>)[p.Id, p.Name, p.Source, p.Unit, p.Follows, p.Shipped, p.SavedAt])));
    }

    private static async Task<IResult> One(SavedId id, HeldProgrammes held, CancellationToken cancellation) =>
        (await held.Find(id.Value, cancellation)).TryGet(out var programme, out var unknown) ? Appraised(programme) : unknown;

    private static async Task<IResult> Put(SavedId id, SavedItems items, HttpContext context)
    {
        if (SampleProgrammes.All.ContainsKey(id.Value))
        {
            return Problem.Conflict(
                "programme-shipped", "This programme ships with the product", $"'{id}' cannot be changed: save yours under another id.");
        }

        return (await Read(context.Request)).TryGet(out var programme, out var wrong)
            ? await items.Save(SavedStore.Programmes, id, ProgrammeJson.Write(programme), item => Appraised(new(id.Value, programme, item)),
                context)
            : wrong;
    }

    private static async Task<IResult> Appraise(HttpRequest request) =>
        (await Read(request)).TryGet(out var programme, out var wrong) ? new Answer(ProgrammeAppraisal.Of(programme).Result!) : wrong;

    /// <summary>A programme that can be appraised, or why this is none.</summary>
    private static async Task<Outcome<Programme>> Read(HttpRequest request)
    {
        if (await RequestBody.Bytes(request, SavedStore.MaxBytes) is not { } body)
        {
            return RequestBody.TooLarge(SavedStore.MaxBytes);
        }

        if (RequestBody.TextFault(body) is { } unfit)
        {
            return unfit;
        }

        var read = ProgrammeJson.Read(body);
        var fault = read.Succeeded ? ProgrammeAppraisal.Of(read.Result).Problem : read.Problem;
        return fault is null
            ? read.Result!
            : Problem.BadRequest(fault.Code, "The programme cannot be appraised", fault.Message, fault.ValidValues);
    }

    private static Answer Appraised(HeldProgramme held) => new(
        new
        {
            held.Id, Shipped = held.Item is null, held.Version, held.Item?.SavedAt, Programme = ProgrammeJson.Node(held.Plan),
            Appraisal = ProgrammeAppraisal.Of(held.Plan).Result!,
        },
        tag: held.Version);

    private static Listed Entry(HeldProgramme held) => new(
        held.Id, held.Plan.Name, held.Plan.Source, held.Plan.Unit, [.. (held.Plan.Councils ?? []).Select(council => council.Value)],
        held.Plan.Follows?.Programme, held.Item is null, held.Item?.SavedAt);

    private sealed record Listed(
        string Id, string Name, string? Source, string Unit, IReadOnlyList<string> Councils, string? Follows, bool Shipped,
        DateTimeOffset? SavedAt);
}
