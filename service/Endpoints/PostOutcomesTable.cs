using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST an outcomes table in its long shape: the activity returns that its rows make, one for each council and year. Nothing is
/// stored; each is then filed as any other return.</summary>
internal static class PostOutcomesTable
{
    private const int Listed = 1_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/conversions/outcomes-table", Handle)
        .WithSummary("Activity returns made of an outcomes table in its long shape; nothing is stored.")
        .Requires(Act.CheckReturn)
        .AnswersInTables()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> Handle(ReturnBody bodies, HttpContext context)
    {
        if (!(await bodies.Read(context.Request)).TryGet(out var body, out var problem))
        {
            return problem;
        }

        if (OutcomesTable.Read(body) is not { } text)
        {
            return Problem.BadRequest("table-unreadable", "Unreadable table",
                "The body is not text: send a CSV file in UTF-8, UTF-16 or Windows-1252.");
        }

        var converted = OutcomesTable.Convert(text, ReferenceData.Current);
        return new Answer(
            new
            {
                converted.Rows,
                returns = converted.Returns.Select(made =>
                    new { made.Council, made.Year, kind = Codes.Of(ReturnKind.Activity), made.Figures, made.Content }),
                converted.WithoutValue,
                converted.OtherAreas,
                faultsTotal = converted.Faults.Count,
                faults = converted.Faults.Take(Listed),
            },
            new CsvTable(
                ["line", "column", "value", "expected"],
                converted.Faults.Select(fault => (IReadOnlyList<object?>)[fault.Line, fault.Column, fault.Value, fault.Expected])));
    }
}
