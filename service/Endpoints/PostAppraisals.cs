using Benchmarking.Core.Appraising;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST figures of a plan to be appraised as the councils' own papers do; nothing is stored.</summary>
internal static class PostAppraisals
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/appraisals/return-on-investment", (HttpContext context, Access access) =>
            Handle(context, access, Investment, "discountRate", "flows"))
            .Door("Net and cumulative flows, payback and net present value of a plan; nothing is stored.");
        routes.MapPost("/appraisals/attribution", (HttpContext context, Access access) =>
            Handle(context, access, Attributed, "amount", "decimals", "base"))
            .Door("A shared amount split in proportion to a base, so that the parts add to it; nothing is stored.");
        routes.MapPost("/appraisals/price-equalisation", (HttpContext context, Access access) =>
            Handle(context, access, Equalised, "average", "factor", "prices"))
            .Door("The saving if no council paid a provider more than the average price; nothing is stored.");
    }

    private static async Task<IResult> Handle(
        HttpContext context, Access access, Func<RequestBody, IResult> appraise, params string[] fields)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        var (body, unreadable) = await RequestBody.Read(context.Request, fields);
        return unreadable ?? appraise(body!);
    }

    private static IResult Investment(RequestBody body)
    {
        var rate = body.Number("discountRate");
        CashFlow[] flows =
            [.. body.List("flows", "year", "in", "out").Select(flow => new CashFlow(flow.Text("year"), flow.Number("in"), flow.Number("out")))];
        return Answered(body, () => ReturnOnInvestment.Of(rate, flows), AppraisalPublication.Publish, published => new CsvTable(
            ["year", "net", "cumulative", "paybackYears", "netPresentValue"],
            published.Years.Select((year, i) => (IReadOnlyList<object?>)
                [year, published.Net[i], published.Cumulative[i], published.PaybackYears, published.NetPresentValue])));
    }

    private static IResult Attributed(RequestBody body)
    {
        var (amount, decimals) = (body.Number("amount"), body.WholeNumber("decimals", unless: 0));
        AttributionBase[] parts =
            [.. body.List("base", "council", "value").Select(part => new AttributionBase(part.Council("council"), part.Number("value")))];
        return Answered(body, () => Attribution.Of(amount, decimals, parts), AppraisalPublication.Publish, published => new CsvTable(
            ["council", "share", "amount"],
            published.Parts.Select(part => (IReadOnlyList<object?>)[part.Council, part.Share, part.Amount])));
    }

    private static IResult Equalised(RequestBody body)
    {
        var (average, factor) = (body.OneOf("average", unless: PriceAverage.Weighted), body.Number("factor", unless: 1));
        Price[] prices =
        [
            .. body.List("prices", "council", "provider", "service", "quantity", "unitPrice").Select(price => new Price(
                price.Council("council"), price.Text("provider"), price.Text("service"), price.Number("quantity"), price.Number("unitPrice"))),
        ];
        return Answered(body, () => PriceEqualisation.Of(average, factor, prices), AppraisalPublication.Publish, published => new CsvTable(
            ["provider", "service", "averagePrice", "saving"],
            published.Providers.Select(p => (IReadOnlyList<object?>)[p.Provider, p.Service, p.AveragePrice, p.Saving])));
    }

    private static IResult Answered<T, TPublished>(
        RequestBody body, Func<Appraised<T>> appraise, Func<T, TPublished> publish, Func<TPublished, CsvTable> table)
        where T : class
        where TPublished : class
    {
        if (body.Problem is { } unreadable)
        {
            return unreadable;
        }

        var answer = appraise();
        if (!answer.Succeeded)
        {
            return Problem.BadRequest(answer.Problem.Code, "The figures cannot be appraised", answer.Problem.Message, answer.Problem.ValidValues);
        }

        var published = publish(answer.Result);
        return new Answer(published, table(published));
    }
}
