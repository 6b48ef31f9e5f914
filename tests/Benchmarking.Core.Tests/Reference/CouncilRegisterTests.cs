using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

public sealed class CouncilRegisterTests
{
    private static readonly CouncilRegister Councils = ReferenceData.Current.Councils;

    private static readonly FinancialYear ThenYear = new(2012);

    private static readonly FinancialYear NowYear = new(2025);

    /// <summary>Bournemouth, Poole and Dorset became two in April 2019, Northamptonshire two in 2021, Cumbria two in 2023; Buckinghamshire,
    /// North Yorkshire and Somerset stayed one each.</summary>
    [Fact]
    public void Each_year_has_the_councils_that_its_reorganisations_left()
    {
        int[] councils = [.. Enumerable.Range(2009, 17).Select(start => Councils.In(new FinancialYear(start)).Count)];
        Assert.Equal([.. Enumerable.Repeat(152, 10), 151, 151, 152, 152, 153, 153, 153], councils);
    }

    [Theory]
    [InlineData("bournemouth", 2018, "bournemouth-christchurch-and-poole")]
    [InlineData("poole", 2018, "bournemouth-christchurch-and-poole")]
    [InlineData("dorset", 2018, "bournemouth-christchurch-and-poole dorset")]
    [InlineData("buckinghamshire", 2019, "buckinghamshire")]
    [InlineData("northamptonshire", 2020, "north-northamptonshire west-northamptonshire")]
    [InlineData("cumbria", 2022, "cumberland westmorland-and-furness")]
    [InlineData("north-yorkshire", 2022, "north-yorkshire")]
    [InlineData("somerset", 2022, "somerset")]
    public void A_council_that_ended_names_those_after_it_and_they_name_it(string council, int last, string successors)
    {
        var ended = Councils.Find(CouncilCode.Parse(council), new FinancialYear(last))!;
        Assert.Equal(new FinancialYear(last), ended.ValidTo);
        Assert.Equal(successors.Split(' '), ended.SucceededBy.Select(code => code.Value).Order(StringComparer.Ordinal));
        Assert.All(ended.SucceededBy, code => Assert.Contains(
            ended, Councils.PredecessorsOf(Councils.Find(code, new FinancialYear(last + 1))!)));
    }

    [Theory]
    [InlineData("buckinghamshire", 2012, "E10000002")]
    [InlineData("buckinghamshire", 2020, "E06000060")]
    [InlineData("dorset", 2012, null)]
    [InlineData("west-northamptonshire", 2012, null)]
    [InlineData("kent", 2012, "E10000016")]
    public void The_very_area_of_a_council_of_today_was_that_of_another_or_of_none(string council, int year, string? code) => Assert.Equal(
        code, Councils.OnTheAreaOf(Councils.Find(CouncilCode.Parse(council), NowYear)!, new FinancialYear(year))?.GssCode);

    [Theory]
    [InlineData("somerset", 2012, "E06000066")]
    [InlineData("cumbria", 2012, null)]
    public void The_very_area_of_a_council_that_ended_is_that_of_one_of_today_or_of_none(string council, int year, string? code) =>
        Assert.Equal(code, Councils.OnTheAreaOf(Councils.Find(CouncilCode.Parse(council), new FinancialYear(year))!, NowYear)?.GssCode);

    [Fact]
    public void There_were_152_councils_in_2012_and_there_are_153_now()
    {
        Assert.Equal(161, Councils.All.Count);
        Assert.Equal(152, Councils.In(ThenYear).Count);
        Assert.Equal(153, Councils.In(NowYear).Count);
        Assert.Equal(144, Councils.In(ThenYear).Intersect(Councils.In(NowYear)).Count());
    }

    [Theory]
    [InlineData("london-borough", 33, 33)]
    [InlineData("metropolitan-district", 36, 36)]
    [InlineData("shire-county", 27, 21)]
    [InlineData("unitary-authority", 56, 63)]
    public void The_classes_have_as_many_councils_as_England_had(string councilClass, int then, int now)
    {
        Assert.Contains(Councils.Classes, known => known.Code == councilClass);
        Assert.Equal(then, Councils.In(ThenYear).Count(council => council.Class == councilClass));
        Assert.Equal(now, Councils.In(NowYear).Count(council => council.Class == councilClass));
    }

    [Theory]
    [InlineData("north-east", 12)]
    [InlineData("north-west", 23)]
    [InlineData("yorkshire-and-the-humber", 15)]
    [InlineData("east-midlands", 9)]
    [InlineData("west-midlands", 14)]
    [InlineData("east-of-england", 11)]
    [InlineData("london", 33)]
    [InlineData("south-east", 19)]
    [InlineData("south-west", 16)]
    public void The_nine_regions_share_out_the_152(string region, int count)
    {
        Assert.Equal(9, Councils.Regions.Count);
        Assert.Contains(Councils.Regions, known => known.Code == region);
        Assert.Equal(count, Councils.In(ThenYear).Count(council => council.Region == region));
    }

    [Theory]
    [InlineData("buckinghamshire", "2019-20", "E10000002", "2020-21", "E06000060")]
    [InlineData("dorset", "2018-19", "E10000009", "2019-20", "E06000059")]
    [InlineData("north-yorkshire", "2022-23", "E10000023", "2023-24", "E06000065")]
    [InlineData("somerset", "2022-23", "E10000027", "2023-24", "E06000066")]
    public void A_code_that_passed_to_a_successor_means_the_council_of_the_year(string code, string last, string old, string first,
        string successor)
    {
        var council = CouncilCode.Parse(code);
        Assert.Equal(old, Councils.Find(council, FinancialYear.Parse(last))?.GssCode);
        Assert.Equal(successor, Councils.Find(council, FinancialYear.Parse(first))?.GssCode);
        Assert.Equal(successor, Councils.FindAny(council)?.GssCode);
    }

    [Fact]
    public void No_code_belongs_to_two_councils_of_one_year() =>
        Assert.All(Enumerable.Range(2009, 20), start =>
            Assert.Distinct(Councils.In(new FinancialYear(start)).Select(council => council.Code)));

    [Theory]
    [InlineData("LB Hackney", "hackney")]
    [InlineData("London Borough of Hackney", "hackney")]
    [InlineData("HACKNEY", "hackney")]
    [InlineData("hackney london boro", "hackney")]
    [InlineData("Royal Borough of Richmond Upon Thames", "richmond-upon-thames")]
    [InlineData("Royal Borough of Kingston", "kingston-upon-thames")]
    [InlineData("Wiltshire county Council", "wiltshire")]
    [InlineData("Southend on Sea Borough Council", "southend-on-sea")]
    [InlineData("Poole Council", "poole")]
    [InlineData("Bradford Metropolitan District Council", "bradford")]
    [InlineData("Redcar & Cleveland", "redcar-and-cleveland")]
    [InlineData("St. Helens MBC", "st-helens")]
    [InlineData("City of London", "city-of-london")]
    [InlineData("City of York Council", "york")]
    [InlineData("Durham County Council", "durham")]
    [InlineData("County Durham", "durham")]
    [InlineData("Bristol, City of", "bristol")]
    [InlineData("Herefordshire, County of", "herefordshire")]
    [InlineData("Kings Lynn", null)]
    [InlineData("RBKC", "kensington-and-chelsea")]
    [InlineData("LBHF", "hammersmith-and-fulham")]
    [InlineData("tri-borough", null)]
    [InlineData("London", null)]
    [InlineData("City Council", null)]
    [InlineData("", null)]
    public void A_name_as_councils_write_it_is_understood(string written, string? code) =>
        Assert.Equal(code, Councils.Resolve(written, ThenYear)?.Code.Value);

    [Theory]
    [InlineData("E08000020", "gateshead")]
    [InlineData("E08000037", "gateshead")]
    [InlineData("E06000048", "northumberland")]
    [InlineData("E06000057", "northumberland")]
    [InlineData("E08000016", "barnsley")]
    [InlineData("E08000038", "barnsley")]
    [InlineData("E08000039", "sheffield")]
    [InlineData("e09000012", "hackney")]
    public void Old_and_new_ONS_codes_are_understood(string written, string code) =>
        Assert.Equal(code, Councils.Resolve(written, ThenYear)?.Code.Value);

    [Fact]
    public void Every_council_is_found_by_its_own_names_in_its_own_time() =>
        Assert.All(Councils.All, council =>
        {
            var year = council.ValidTo ?? council.ValidFrom ?? ThenYear;
            string[] names = [council.Name, council.ShortName, council.GssCode, council.Code.Value, council.Name.ToUpperInvariant()];
            Assert.All(names, name => Assert.Same(council, Councils.Resolve(name, year)));
        });

    [Fact]
    public void Every_council_that_ended_names_its_successors_and_each_is_there_the_year_after()
    {
        var ended = Councils.All.Where(council => council.ValidTo is not null).ToArray();
        Assert.Equal(8, ended.Length);
        Assert.All(ended, council =>
        {
            Assert.NotEmpty(council.SucceededBy);
            Assert.All(council.SucceededBy, code =>
                Assert.Contains(council, Councils.PredecessorsOf(Councils.Find(code, council.ValidTo!.Value.Next)!)));
        });
        Assert.All(Councils.All.Where(council => council.ValidTo is null), council => Assert.Empty(council.SucceededBy));
        Assert.All(Councils.All.Where(council => council.ValidFrom > new FinancialYear(2009)), council =>
            Assert.NotEmpty(Councils.PredecessorsOf(council)));
    }

    [Theory]
    [InlineData("bournemouth", "bournemouth-christchurch-and-poole")]
    [InlineData("cumbria", "cumberland,westmorland-and-furness")]
    [InlineData("northamptonshire", "north-northamptonshire,west-northamptonshire")]
    public void The_successors_are_those_of_the_orders(string code, string successors) =>
        Assert.Equal(successors, string.Join(',', Councils.FindAny(CouncilCode.Parse(code))!.SucceededBy));

    [Fact]
    public void Of_all_codes_only_Dorsets_came_to_stand_for_another_area() => Assert.Equal(
        ["dorset 2019-20"],
        Enumerable.Range(2009, 20).Select(start => new FinancialYear(start))
            .SelectMany(year => Councils.All.Select(council => council.Code).Distinct()
            .Where(code => Councils.AreaChangedIn(code, year)).Select(code => $"{code} {year}")));

    [Theory]
    [InlineData("Bristol, City of", "bristol")]
    [InlineData("St. Helens", "st-helens")]
    [InlineData("County Durham", "durham")]
    [InlineData("Kingston upon Hull, City of", "kingston-upon-hull")]
    [InlineData("Herefordshire, County of", "herefordshire")]
    [InlineData("hull", "kingston-upon-hull")]
    [InlineData("BCP Council", "bournemouth-christchurch-and-poole")]
    [InlineData("E10000006", "cumbria")]
    [InlineData("e08000020", "gateshead")]
    [InlineData("E08000039", "sheffield")]
    [InlineData("E10000021", "northamptonshire")]
    [InlineData("cumbria", "cumbria")]
    [InlineData("tri-borough", null)]
    [InlineData("", null)]
    [InlineData("of", null)]
    public void A_council_of_any_year_is_found_by_what_it_is_called(string written, string? code)
    {
        Assert.Equal(code, Councils.Identify(written)?.Value);
        if (code is not null)
        {
            Assert.Contains(code, Councils.All.Where(council => Councils.IsMeant(council, written)).Select(council => council.Code.Value));
        }
    }

    [Fact]
    public void An_ONS_code_means_the_very_council_that_has_it()
    {
        Assert.Equal(["Dorset County Council"], Councils.All.Where(council => Councils.IsMeant(council, "E10000009"))
            .Select(council => council.Name));
        Assert.Equal("Dorset Council", Councils.FindGss("E06000059")?.Name);
        Assert.Equal(2, Councils.All.Count(council => Councils.IsMeant(council, "northampton") && council.ValidFrom is not null));
        Assert.DoesNotContain(Councils.All, council => Councils.IsMeant(council, "atlantis"));
    }

    [Fact]
    public void A_council_that_is_gone_is_not_found_after_its_last_year()
    {
        Assert.NotNull(Councils.Resolve("Poole", new FinancialYear(2018)));
        Assert.Null(Councils.Resolve("Poole", new FinancialYear(2019)));
        Assert.Null(Councils.Resolve("BCP Council", new FinancialYear(2018)));
        Assert.NotNull(Councils.Resolve("BCP Council", new FinancialYear(2019)));
    }
}
