using Benchmarking.Core.Comparing;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST an edited figure of one council and get the same comparison with it. Nothing is stored, kept in between or given a link: it is
/// nobody's published figure.</summary>
internal static class PostWhatIf
{
    private static readonly string[] Fields = ["value", "numerator", "denominator"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/comparisons/{metric}/what-if", Handle)
        .Door("The comparison as it would be with an edited figure of the council; nothing is stored.", GetComparison.Parameters);

    private static async Task<IResult> Handle(string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var (asked, problem) = await GetComparison.Read(metric, context, access, reader, snapshots);
        if (problem is not null)
        {
            return problem;
        }

        if (asked!.Council is not { } council)
        {
            return Problem.BadRequest("parameter-missing", "Missing parameter", "The parameter 'council' is needed: whose figure is edited?");
        }

        var (body, unreadable) = await RequestBody.Read(context.Request, Fields);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var edited = new EditedFigure(council, body!.NumberOrNone("value"), body.NumberOrNone("numerator"), body.NumberOrNone("denominator"));
        if (body.Problem is { } wrong)
        {
            return wrong;
        }

        return WhatIf.Fault(asked.Metric, edited) is { } fault
            ? Problem.BadRequest(fault.Code, "The figure cannot be tried out", fault.Message, Fields)
            : Answered(asked, edited);
    }

    private static Answer Answered(AskedComparison asked, EditedFigure edited)
    {
        var comparison = Publication.Publish(asked.Compare(WhatIf.Replace(asked.Metric, asked.Year, asked.Status, asked.Observations, edited)));
        var body = AnswerBody.With(comparison, asked.Slices.Versions, "");
        body.Remove("permalink");
        body["whatIf"] = true;
        body["whatIfNote"] = WhatIf.Basis;
        body["published"] = AnswerBody.Part(Publication.Publish(asked.Compare(asked.Observations)).Subject);
        var table = GetComparison.Table(comparison, asked.Slices.Versions);
        return new Answer(body, table with { Header = ["whatIf", .. table.Header], Rows = table.Rows.Select(row => (IReadOnlyList<object?>)[true, .. row]) });
    }
}
