using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;

namespace Benchmarking.Functions.Endpoints;

/// <summary>An empty return to fill in: the columns and two example rows.</summary>
internal static class GetTemplate
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/templates/{kind}", Handle)
        .Door("A return to fill in, as CSV: its columns and two example rows.");

    private static async Task<IResult> Handle(string kind, HttpContext context, Access access)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        return Codes.TryParse<ReturnKind>(kind, out var returnKind)
            ? Results.File(Encoding.UTF8.GetBytes(ReturnTemplates.Csv(returnKind)), "text/csv; charset=utf-8", $"{Codes.Of(returnKind)}.csv")
            : Problem.NotFound("kind-unknown", "Unknown kind of return", $"'{kind}' is not a kind of return.", Codes.All<ReturnKind>());
    }
}
