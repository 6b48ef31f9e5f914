using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST an edited figure of one council and get the same comparison with it. Nothing is stored, cached or given a link: it is
/// nobody's published figure.</summary>
internal static class PostWhatIf
{
    private static readonly string[] Fields = ["value", "numerator", "denominator"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/comparisons/{metric}/what-if", Handle)
        .WithSummary("The comparison as it would be with an edited figure of the council; nothing is stored.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] ComparisonQuery query, FigureReader figures, HttpContext context)
    {
        if (!(await RequestedComparison.Read(query, figures, context)).TryGet(out var requested, out var problem))
        {
            return problem;
        }

        if (query.Council is not { Code: var council })
        {
            return Problem.BadRequest("parameter-missing", "Missing parameter",
                "The parameter 'council' is needed: whose figure is edited?");
        }

        if (!(await RequestBody.Read(context.Request, Fields, body => Edited(council, body))).TryGet(out var edited, out var wrong))
        {
            return wrong;
        }

        return WhatIf.Fault(requested.Metric, edited) is { } fault
            ? Problem.BadRequest(fault.Code, "The figure cannot be tried out", fault.Message, Fields)
            : Answered(requested, edited);
    }

    private static EditedFigure Edited(CouncilCode council, RequestBody body) =>
        new(council, body.NumberOrNone("value"), body.NumberOrNone("numerator"), body.NumberOrNone("denominator"));

    private static Answer Answered(RequestedComparison requested, EditedFigure edited)
    {
        var figures = WhatIf.Replace(requested.Metric, requested.Query.Year, requested.Status, requested.Observations, edited);
        var (compared, precision) = (requested.Compare(figures), requested.Query.Places);
        var body = AnswerBody.With(Publication.Publish(compared, precision), requested.Slices.Versions, "");
        body.Remove("permalink");
        body["whatIf"] = true;
        body["whatIfNote"] = WhatIf.Basis;
        body["published"] = AnswerBody.Part(Publication.Publish(requested.Compare(requested.Observations), precision).Subject);
        body["target"] = AnswerBody.Part(TargetComparison.Of(compared, requested.Query.Target?.Value, precision));
        body.Tell(precision);
        var table = GetComparison.Table(compared, requested.Slices.Versions, precision);
        return new Answer(body,
            table with { Header = ["whatIf", .. table.Header], Rows = table.Rows.Select(row => (IReadOnlyList<object?>)[true, .. row]) });
    }
}
