using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>A return to fill in: the columns and two example rows that have to go, and in a workbook a second sheet that explains
/// them.</summary>
internal static class GetTemplate
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/templates/{kind}", Handle)
        .WithSummary("A return to fill in: its columns and two example rows; as .xlsx with a sheet of guidance.")
        .Requires(Act.ReadFigures)
        .AnswersIn(Form.Csv, Form.Xlsx);

    private static FileAnswer Handle(TemplateKind kind, HttpContext context)
    {
        var form = Form.Wanted(context.Request, Form.Csv, Form.Xlsx);
        return new FileAnswer(Codes.Of(kind.Kind), form, form == Form.Csv
            ? Encoding.UTF8.GetBytes(ReturnTemplates.Csv(kind.Kind))
            : ReturnTemplates.Workbook(kind.Kind, ReferenceData.Current));
    }
}
