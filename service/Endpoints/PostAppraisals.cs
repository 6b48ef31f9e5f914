using Benchmarking.Core.Appraising;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>POST figures of a plan to be appraised as the councils' own papers do; nothing is stored.</summary>
internal static class PostAppraisals
{
    private static readonly string[] InvestmentFields = ["discountRate", "flows", "schedule", "prices", "inflation", "optimismBias"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/appraisals/return-on-investment", (HttpRequest request) => Handle(request, InvestmentFields, Investment))
            .WithSummary("Net and cumulative flows, payback, net present value and benefit-cost ratio of a plan; nothing is stored.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapPost("/appraisals/attribution", (HttpRequest request) => Handle(request, ["amount", "decimals", "base"], Attributed))
            .WithSummary("A shared amount split in proportion to a base, so that the parts add to it; nothing is stored.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapPost("/appraisals/price-equalisation",
            (HttpRequest request) => Handle(request, ["average", "factor", "prices"], Equalised))
            .WithSummary("The saving if no council paid a provider more than the average price; nothing is stored.")
            .Requires(Act.ReadFigures).AnswersInTables();
    }

    private static async Task<IResult> Handle(HttpRequest request, string[] fields, Func<RequestBody, IResult> appraise) =>
        (await RequestBody.Read(request, fields, appraise)).TryGet(out var answer, out var problem) ? answer : problem;

    private static IResult Investment(RequestBody body)
    {
        var schedule = body.OneOf("schedule", unless: DiscountSchedule.Flat);
        var discounting = new Discounting(
            schedule, schedule == DiscountSchedule.Flat ? body.Number("discountRate") : body.NumberOrNone("discountRate"),
            body.OneOf("prices", unless: FlowPrices.NotStated), body.NumberOrNone("inflation"), body.NumberOrNone("optimismBias") ?? 0);
        var flows = body.List("flows", ["year", "in", "out"],
            flow => new CashFlow(flow.Text("year"), flow.Number("in"), flow.Number("out")));
        return Answered(ReturnOnInvestment.Of(discounting, flows), AppraisalPublication.Publish, published => new CsvTable(
            ["year", "net", "cumulative", "paybackYears", "netPresentValue", "discountFactor", "presentSavings", "presentCosts",
                "benefitCostRatio"],
            published.Years.Select((year, i) => (IReadOnlyList<object?>)
                [year, published.Net[i], published.Cumulative[i], published.PaybackYears, published.NetPresentValue,
                    published.DiscountFactors[i], published.PresentSavings, published.PresentCosts, published.BenefitCostRatio])));
    }

    private static IResult Attributed(RequestBody body)
    {
        var (amount, decimals) = (body.Number("amount"), body.WholeNumber("decimals", unless: 0));
        var parts = body.List("base", ["council", "value"], part => new AttributionBase(part.Council("council"), part.Number("value")));
        return Answered(Attribution.Of(amount, decimals, parts), AppraisalPublication.Publish, published => new CsvTable(
            ["council", "share", "amount"],
            published.Parts.Select(part => (IReadOnlyList<object?>)[part.Council, part.Share, part.Amount])));
    }

    private static IResult Equalised(RequestBody body)
    {
        var (average, factor) = (body.OneOf("average", unless: PriceAverage.Weighted), body.NumberOrNone("factor") ?? 1);
        var prices = body.List("prices", ["council", "provider", "service", "quantity", "unitPrice"], price => new Price(
            price.Council("council"), price.Text("provider"), price.Text("service"), price.Number("quantity"), price.Number("unitPrice")));
        return Answered(PriceEqualisation.Of(average, factor, prices), AppraisalPublication.Publish, published => new CsvTable(
            ["provider", "service", "averagePrice", "saving"],
            published.Providers.Select(p => (IReadOnlyList<object?>)[p.Provider, p.Service, p.AveragePrice, p.Saving])));
    }

    private static IResult Answered<T, TPublished>(Appraised<T> appraised, Func<T, TPublished> publish, Func<TPublished, CsvTable> table)
        where T : class
        where TPublished : class
    {
        if (!appraised.Succeeded)
        {
            return Problem.BadRequest(
                appraised.Problem.Code, "The figures cannot be appraised", appraised.Problem.Message, appraised.Problem.ValidValues);
        }

        var published = publish(appraised.Result);
        return new Answer(published, table(published));
    }
}
