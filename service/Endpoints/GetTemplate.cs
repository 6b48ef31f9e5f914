using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>A return to fill in: the columns and two example rows that have to go, and in a workbook a second sheet that explains them.</summary>
internal static class GetTemplate
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/templates/{kind}", Handle)
        .DoorTo([Form.Csv, Form.Xlsx], "A return to fill in: its columns and two example rows; as .xlsx with a sheet of guidance.");

    private static async Task<IResult> Handle(string kind, HttpContext context, Access access)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        if (!Codes.TryParse<ReturnKind>(kind, out var returnKind))
        {
            return Problem.NotFound("kind-unknown", "Unknown kind of return", $"'{kind}' is not a kind of return.", Codes.All<ReturnKind>());
        }

        var form = Form.Wanted(context.Request, Form.Csv, Form.Xlsx);
        return new FileAnswer(Codes.Of(returnKind), form, form == Form.Csv
            ? Encoding.UTF8.GetBytes(ReturnTemplates.Csv(returnKind))
            : ReturnTemplates.Workbook(returnKind, ReferenceData.Current));
    }
}
