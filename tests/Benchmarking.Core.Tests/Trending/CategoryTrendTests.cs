using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

public sealed class CategoryTrendTests
{
    private static readonly FinancialYear First = Given.Year;
    private static readonly FinancialYear Second = Given.Year.Next;

    [Fact]
    public void The_LGA_shares_50_20_5_25_to_43_25_10_22_change_by_7_5_5_3_points_and_shift_by_10()
    {
        var year = Trace([Slice(First, Council("a", 50, 20, 5, 25)), Slice(Second, Council("a", 43, 25, 10, 22))])[1];
        Assert.Equal([43m, 25m, 10m, 22m], Stated(year).Select(line => line.Share!.Value));
        Assert.Equal([-7m, 5m, 5m, -3m], Stated(year).Select(line => line.ChangeInShare!.Value));
        Assert.Equal(10m, year.Shift);
    }

    [Fact]
    public void The_first_year_has_no_change_no_shift_and_no_constant_panel()
    {
        var year = Trace([Slice(First, Council("a", 50, 20, 5, 25))])[0];
        Assert.All(year.Categories, line => Assert.Null(line.ChangeInShare));
        Assert.Equal((null, null), (year.Shift, year.ConstantPanel));
    }

    [Fact]
    public void What_no_category_holds_counts_in_the_total_and_has_no_share()
    {
        var council = Council("a", 60, 20, 0, 20) with { Value = 150 };
        var year = Trace([Slice(First, council, Total("b", 50))])[0];
        Assert.Equal((200m, 100m), (year.Total, Stated(year).Sum(line => line.Share)));
        Assert.Equal(new CategoryShare("not-stated", null, "Category not stated", 100, null, null, 2), year.Categories[^1]);
    }

    [Fact]
    public void A_not_stated_part_of_the_breakdown_is_not_counted_twice()
    {
        var council = Council("a", 60, 20, 0, 20) with { Value = 150 };
        council = council with { Breakdown = [.. council.Breakdown, new CategoryAmount("not-stated", null, null, 50)] };
        Assert.Equal(50m, Trace([Slice(First, council)])[0].Categories[^1].Amount);
    }

    [Fact]
    public void The_constant_panel_holds_only_the_councils_of_both_years()
    {
        var years = Trace(
        [
            Slice(First, Council("a", 50, 50, 0, 0), Council("b", 100, 0, 0, 0)),
            Slice(Second, Council("a", 40, 60, 0, 0), Council("c", 0, 0, 0, 900)),
        ]);
        var panel = years[1].ConstantPanel!;
        Assert.Equal(["a"], panel.Councils.Select(code => code.Value));
        Assert.Equal((First, 100m, 10m), (panel.Since, panel.Total, panel.Shift));
        Assert.Equal([-10m, 10m, 0m, 0m], panel.Categories.SkipLast(1).Select(line => line.ChangeInShare!.Value));
        Assert.Equal(["b"], years[1].Missing.Select(code => code.Value));
        Assert.Equal(90m, years[1].Shift);
    }

    [Fact]
    public void Councils_are_counted_for_the_year_and_for_each_category()
    {
        var year = Trace([Slice(First, Council("a", 10, 0, 0, 0), Council("b", 5, 5, 0, 0), Total("c", 7))])[0];
        Assert.Equal(3, year.Councils.Count);
        Assert.Equal([2, 1, 0, 0, 1], year.Categories.Select(line => line.Councils));
    }

    [Fact]
    public void Statuses_are_compared_with_themselves_only()
    {
        var years = Trace(
        [
            Slice(First, Council("a", 50, 50, 0, 0)),
            Slice(Second, Council("a", 10, 90, 0, 0)) with { Status = FigureStatus.Projected },
            Slice(Second, Council("a", 40, 60, 0, 0)),
        ]);
        Assert.Equal([(FigureStatus.Actual, null), (FigureStatus.Actual, 10m), (FigureStatus.Projected, (decimal?)null)],
            years.Select(year => (year.Status, year.Shift)));
    }

    [Fact]
    public void Where_nothing_has_a_category_there_are_no_shares_and_no_change_to_them()
    {
        var years = Trace([Slice(First, Total("a", 100)), Slice(Second, Council("a", 10, 0, 0, 0))]);
        Assert.All(years[0].Categories, line => Assert.Null(line.Share));
        Assert.All(years[1].Categories, line => Assert.Null(line.ChangeInShare));
    }

    [Fact]
    public void Subcategories_add_to_their_category_and_unknown_ones_are_not_stated_in_it()
    {
        var known = ReferenceData.Current.Taxonomy.Subcategories[0];
        var council = Total("a", 100) with
        {
            Breakdown = [new(known.Category, known.Code, known.Label, 30), new(known.Category, null, "our own words", 50),
                new("prevention", null, null, 20)],
        };
        var lines = Trace([Slice(First, council)], CategoryLevel.Subcategory)[0].Categories.Where(line => line.Amount is not (null or 0))
            .ToList();
        Assert.Equal([(known.Code, 30m), ("not-stated", 50m), ("not-stated", 20m)],
            lines.Select(line => (line.Subcategory!, line.Share!.Value)));
    }

    [Fact]
    public void One_councils_trend_is_its_own()
    {
        var slices = new[] { Slice(First, Council("a", 10, 0, 0, 0), Council("b", 0, 90, 0, 0)) };
        var trend = CategoryTrends.Trace(slices, CategoryLevel.Category, ReferenceData.Current, CouncilCode.Parse("b"));
        Assert.Equal((90m, 1), (trend.Years[0].Total, trend.Years[0].Councils.Count));
    }

    /// <summary>Nobody filed is not nil: neither the total nor any part of it is 0, and the next year is compared with the last that has
    /// figures.</summary>
    [Fact]
    public void A_year_that_nobody_filed_has_no_amounts()
    {
        var empty = Slice(Second, Council("a", 1, 0, 0, 0)) with { Observations = [] };
        var years = Trace([Slice(First, Council("a", 50, 50, 0, 0)), empty, Slice(Second.Next, Council("a", 40, 60, 0, 0))]);
        Assert.Equal((null, 0, null), (years[1].Total, years[1].Councils.Count, years[1].ConstantPanel));
        Assert.All(years[1].Categories, line =>
            Assert.Equal((null, null, null, 0), (line.Amount, line.Share, line.ChangeInShare, line.Councils)));
        Assert.Equal((10m, First), (years[2].Shift, years[2].ConstantPanel!.Since));
        var published = JsonSerializer.SerializeToElement(
            TrendPublication.Publish(CategoryTrends.Trace([empty], CategoryLevel.Category, ReferenceData.Current)),
                JsonSerializerOptions.Web).GetProperty("years")[0];
        Assert.Equal(JsonValueKind.Null, published.GetProperty("total").ValueKind);
        Assert.All(published.GetProperty("categories").EnumerateArray(), line =>
            Assert.Equal(JsonValueKind.Null, line.GetProperty("amount").ValueKind));
    }

    [Fact]
    public void What_is_in_no_category_may_be_in_any_and_all_that_is_elsewhere_is_not()
    {
        Assert.Equal([60m, 40m, 0m, 0m, 0m], Trace([Slice(First, Council("a", 60, 40, 0, 0))])[0]
            .Categories.Select(line => line.Amount!.Value));
        Assert.Equal([60m, 40m, null, null, 50m], Trace([Slice(First, Council("a", 60, 40, 0, 0) with { Value = 150 })])[0]
            .Categories.Select(line => line.Amount));
        Assert.Equal([null, null, null, null, 100m], Trace([Slice(First, Total("a", 100))])[0].Categories.Select(line => line.Amount));
    }

    [Fact]
    public void Shares_do_not_change_over_a_change_of_area_and_the_constant_panel_leaves_it_out()
    {
        var (county, council) = (new FinancialYear(2018), new FinancialYear(2019));
        SavingsSlice Of(FinancialYear year, params Observation[] filed) => new(
            year, FigureStatus.Actual, PeerGroups.Of(ReferenceData.Current).Find("region:south-west", year).Group!,
                [.. filed.Select(o => o with { Year = year })]);
        SavingsSlice[] slices =
        [
            Of(county, Council("dorset", 80, 20, 0, 0), Council("torbay", 50, 50, 0, 0)),
                Of(council, Council("dorset", 20, 80, 0, 0), Council("torbay", 50, 50, 0, 0)),
        ];
        var own = CategoryTrends.Trace(slices, CategoryLevel.Category, ReferenceData.Current, CouncilCode.Parse("dorset"));
        Assert.Equal(BreakReason.Area, own.Years[1].Breaks.Single().Reason);
        Assert.Equal((null, null), (own.Years[1].Shift, own.Years[1].ConstantPanel));
        Assert.All(own.Years[1].Categories, line => Assert.Null(line.ChangeInShare));

        var all = CategoryTrends.Trace(slices, CategoryLevel.Category, ReferenceData.Current);
        Assert.Equal(("torbay", 0m), (string.Join(' ', all.Years[1].ConstantPanel!.Councils), all.Years[1].ConstantPanel!.Shift));
        Assert.Equal(["bournemouth", "dorset", "poole"], all.Succession.Ended.Select(end => end.Council));
    }

    [Fact]
    public void The_answer_has_the_field_names_of_the_contract_and_one_rounding()
    {
        var trend = CategoryTrends.Trace([Slice(First, Council("a", 1, 1, 1, 0.4m))], CategoryLevel.Category, ReferenceData.Current);
        var year = JsonSerializer.SerializeToElement(TrendPublication.Publish(trend), JsonSerializerOptions.Web).GetProperty("years")[0];
        Assert.Equal(("2012-13", "actual", 1, 3m), (
            year.GetProperty("year").GetString(), year.GetProperty("status").GetString(), year.GetProperty("councils").GetInt32(),
            year.GetProperty("total").GetDecimal()));
        var line = year.GetProperty("categories")[0];
        Assert.Equal(("reducing-bureaucracy", 1m, 29.4m, JsonValueKind.Null, 1), (
            line.GetProperty("category").GetString(), line.GetProperty("amount").GetDecimal(), line.GetProperty("share").GetDecimal(),
            line.GetProperty("changeInShare").ValueKind, line.GetProperty("councils").GetInt32()));
    }

    private static IReadOnlyList<CategoryYear> Trace(IReadOnlyList<SavingsSlice> slices, CategoryLevel level = CategoryLevel.Category) =>
        CategoryTrends.Trace(slices, level, ReferenceData.Current).Years;

    private static IEnumerable<CategoryShare> Stated(CategoryYear year) => year.Categories.Where(line => !line.IsNotStated);

    // The peers are councils a, b and c, or as many of them as have filed in some year of the test.
    private static SavingsSlice Slice(FinancialYear year, params Observation[] filed) => new(
        year, FigureStatus.Actual, Given.Peers(filed.Max(o => o.Council.Value[0]) - 'a' + 1, year: year),
        [
            .. filed.SelectMany(o => new[]
            {
                o with { Year = year }, o with { Year = year, Status = FigureStatus.Projected },
                o with { Year = year, Status = FigureStatus.Target, Value = 999_999 },
            }),
        ]);

    private static Observation Total(string council, decimal total) => Given.Figure(council, total);

    private static Observation Council(string council, decimal bureaucracy, decimal demand, decimal prevention, decimal other)
    {
        CategoryAmount[] parts =
        [
            new("reducing-bureaucracy", null, null, bureaucracy), new("managing-demand", null, null, demand),
            new("prevention", null, null, prevention), new("other", null, null, other),
        ];
        return Total(council, parts.Sum(part => part.Amount)) with { Breakdown = [.. parts.Where(part => part.Amount != 0)] };
    }
}
