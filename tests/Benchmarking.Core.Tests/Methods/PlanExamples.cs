using Benchmarking.Core.Appraising;
using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Methods;

/// <summary>The examples of peers, categories and appraisals.</summary>
internal static class PlanExamples
{
    private static readonly string[] CategoryCodes = ["reducing-bureaucracy", "managing-demand", "prevention", "other"];

    public static IReadOnlyList<object?> Of(string page, MethodExample e) => page switch
    {
        "return-on-investment" => Investment(e),
        "attribution" =>
            [.. Attribution.Of(e.Number("amount"), e.Whole("decimals"),
                Bases(e.Numbers("base"))).Result!.Parts.Select(part => part.Amount)],
        "price-equalisation" => Prices(e),
        "confidence-profile" => Confidences(e),
        "phasing" => Phased(e),
        "savings-pipeline" => Pipeline(e),
        "benefits" => Standing(e),
        "projection" => Projected(e),
        _ => throw new ArgumentException($"Nothing computes the examples of '{page}'.", nameof(page)),
    };

    public static IReadOnlyList<object?> Neighbours(MethodExample e)
    {
        string[] names = ["a", "b", "c"];
        var weights = e.Numbers("weights");
        var model = new NearestModel("page", "", 2,
            [.. weights.Select((weight, j) => new NearestFeature($"{j}", "", 2011, FeatureTransform.None, weight, ""))]);
        var space = new FeatureSpace(
            model, [.. names.Select(name => CouncilCode.Parse(name))], (area, feature) => e.Numbers(area.Value)[feature.Code[0] - '0']);
        return [.. NearestNeighbours.Of(space, CouncilCode.Parse("a"), 2)
            .SelectMany(near => new object?[] { near.Council.Value, near.Distance })];
    }

    public static IReadOnlyList<object?> Categories(MethodExample e)
    {
        var years = new[] { "before", "after" }.Select((name, i) =>
        {
            var (year, amounts) = (new FinancialYear(2012 + i), e.Numbers(name));
            var council = Given.Figure("a", amounts.Sum(), year) with
            {
                Breakdown = [.. CategoryCodes.Zip(amounts, (code, amount) => new CategoryAmount(code, null, null, amount))
                    .Where(part => part.Amount != 0)],
            };
            return new SavingsSlice(year, FigureStatus.Actual, Given.Peers(1, year: year), [council]);
        });
        var last = CategoryTrends.Trace([.. years], CategoryLevel.Category, ReferenceData.Current).Years[^1];
        return [.. last.Categories.Where(line => !line.IsNotStated).Select(line => (object?)line.ChangeInShare), last.Shift];
    }

    private static IReadOnlyList<object?> Investment(MethodExample e)
    {
        var flows = e.Numbers("in").Zip(e.Numbers("out")).Select((flow, i) => new CashFlow($"Year {i}", flow.First, flow.Second));
        var discounting = e.Word("schedule") == "green-book"
            ? new Discounting(DiscountSchedule.GreenBook, null, e.Has("inflation") ? FlowPrices.Nominal : FlowPrices.Real,
                e.Has("inflation") ? e.Number("inflation") : null, e.Has("bias") ? e.Number("bias") : 0)
            : Discounting.Flat(e.Number("rate"));
        var result = ReturnOnInvestment.Of(discounting, [.. flows]).Result!;
        return [result.PaybackYears, result.NetPresentValue, .. e.Has("schedule") ? new object?[] { result.BenefitCostRatio } : []];
    }

    private static IReadOnlyList<AttributionBase> Bases(IReadOnlyList<decimal> values) =>
        [.. values.Select((value, i) => new AttributionBase(Council(i), value))];

    private static IReadOnlyList<object?> Prices(MethodExample e)
    {
        var prices = e.Numbers("quantities").Zip(e.Numbers("prices"))
            .Select((p, i) => new Price(Council(i), "provider", "service", p.First, p.Second));
        var result = PriceEqualisation.Of(Codes.Parse<PriceAverage>(e.Word("average")), e.Number("factor"), [.. prices]).Result!;
        return [result.Providers[0].AveragePrice, .. result.Councils.Select(council => (object?)council.Saving), result.Total];
    }

    private static IReadOnlyList<object?> Confidences(MethodExample e)
    {
        var weights = e.Numbers("weights");
        var profile = ConfidenceProfile.Of(
            [.. e.Numbers("amounts").Select((amount, i) => new RatedSaving("source", (Confidence)i, amount))],
            new(weights[0], weights[1], weights[2])).Result!;
        return [profile.Total, profile.RiskWeightedTotal];
    }

    private static IReadOnlyList<object?> Phased(MethodExample e)
    {
        string[] lines = ["first", "second", "third"];
        var cells = lines.SelectMany((line, i) =>
            e.Numbers(line).Select((amount, year) => new PhasedSaving(line, Council(i), new(2013 + year), amount)));
        var printed = e.Numbers("printed").Select((amount, year) => new PrintedTotal(null, null, new(2013 + year), amount));
        var table = Phasing.Of([.. cells], [.. printed]).Result!;
        return
        [
            .. table.Total.Amounts.Select(amount => (object?)amount), table.Total.Total,
            .. table.Reconciliations.Select(check => check.Agrees ? "agrees" : check.Rounding ? "rounding" : "differs"),
        ];
    }

    private static IReadOnlyList<object?> Pipeline(MethodExample e)
    {
        var savings = e.Input.Keys.Select(stage => new PipelineSaving(
            stage, Codes.TryParse<SavingsStage>(stage, out var known) ? known : null, Given.Year, e.Number(stage)));
        var view = SavingsPipeline.Of([.. savings]).Result!;
        return [.. view.Stages.Select(stage => (object?)stage.Total), view.Total];
    }

    private static IReadOnlyList<object?> Standing(MethodExample e)
    {
        var benefit = new Benefit(
            "benefit", Polarity.Higher, e.Number("baseline"), e.Day("from"), e.Number("target"), e.Day("due"),
            [new(e.Day("on"), e.Number("value"))]);
        var standing = Benefits.Of(benefit, e.Day("on")).Result!;
        return [Codes.Of(standing.State), standing.Progress, standing.Expected];
    }

    private static IReadOnlyList<object?> Projected(MethodExample e)
    {
        YearlySeries[] group = [new(Council(0), Given.Year, e.Numbers("a")), new(Council(1), Given.Year, e.Numbers("b"))];
        var judged = Projection.Of(group[0], group).Accuracy.Single();
        return [judged.Model, judged.LastValue, judged.StraightLine];
    }

    private static CouncilCode Council(int i) => CouncilCode.Parse(((char)('a' + i)).ToString());
}
