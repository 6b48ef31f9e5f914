namespace Benchmarking.Service.Tests.CommandLine;

public class ShowTrendTests
{
    private const string Route = "/api/v1/trends/savings-categories";

    [Fact]
    public async Task Every_option_reaches_the_service()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, "{}");
        using var run = new CommandRun();

        await run.RunAgainstAsync(
            service,
            "trend", "--peers", "nearest:5", "--model", "areas-2", "--council", "hackney", "--status", "projected",
            "--from", "2011-12", "--to", "2014-15", "--level", "subcategory");

        Assert.Equal(
            $"{Route}?from=2011-12&to=2014-15&peers=nearest%3A5&model=areas-2&council=hackney&status=projected&level=subcategory",
            service.Single("GET").PathAndQuery);
    }

    [Fact]
    public async Task Each_years_total_stands_above_its_categories()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, """
            {"status":"projected","peerGroup":"partnership:tri-borough","years":[
              {"year":"2011-12","status":"projected","councils":3,"total":146000,"categories":[
                {"category":"prevention","amount":46000.5,"share":31.5,"changeInShare":null,"councils":2}]},
              {"year":"2012-13","status":"projected","councils":3,"total":2949000,"categories":[
                {"category":"prevention","subcategory":"telecare","amount":9,"share":0.1,"changeInShare":-31.4,"councils":1}]}]}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend"));
        Assert.Equal(
            """
            Savings by category, £, projected, peers: partnership:tri-borough

            year     status     category                  amount  share  change in share  councils
            -------  ---------  ---------------------  ---------  -----  ---------------  --------
            2011-12  projected  total                    146,000      –                –         3
            2011-12  projected  prevention              46,000.5   31.5                –         2
            2012-13  projected  total                  2,949,000      –                –         3
            2012-13  projected  prevention / telecare          9    0.1            -31.4         1

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task No_years_is_said_in_words()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, """{"years":[]}""");
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend"));
        Assert.Contains("No savings are held", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_filed_is_named_and_never_shown_as_0()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, """
            {"peers":"all","level":"category","shareOf":"Savings that have a category.","years":[
              {"year":"2011-12","status":"actual","councils":2,"missing":["york"],"total":0,"categories":[
                {"category":"prevention","amount":0,"share":0,"changeInShare":null,"councils":2},
                {"category":"other","amount":0,"share":0,"changeInShare":null,"councils":0},
                {"category":"managing-demand","amount":0,"share":0,"changeInShare":null,"councils":0}]},
              {"year":"2012-13","status":"actual","councils":3,"missing":[],"total":1234567,"categories":[
                {"category":"prevention","amount":1234567,"share":100,"changeInShare":100,"councils":3},
                {"category":"other","amount":0,"share":0,"changeInShare":0,"councils":1},
                {"category":"managing-demand","amount":0,"share":0,"changeInShare":0,"councils":0}],
               "constantPanel":{"since":"2011-12","councils":["hackney","barnet"],"total":1000000,"shift":12.5,"categories":[]}}]}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend"));
        Assert.Equal(
            """
            Savings by category, £, actual, peers: all
            Share: Savings that have a category.

            year     status  category       amount  share  change in share  councils
            -------  ------  ----------  ---------  -----  ---------------  --------
            2011-12  actual  total               0      –                –         2
            2011-12  actual  prevention          0      0                –         2
            2011-12  actual  other               –      –                –         0
            2012-13  actual  total       1,234,567      –                –         3
            2012-13  actual  prevention  1,234,567    100              100         3
            2012-13  actual  other               0      0                0         1
            No council filed an amount under: managing-demand
            Missing in 2011-12 (1): york
            2012-13, councils counted in 2011-12 too: 2, £1,000,000, 12.5 points moved between categories

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task The_link_stands_alone_on_its_line_with_the_services_address()
    {
        await using var service = await StubService.StartAsync();
        var link = $"{Route}?peers=programme%3Aasce-2012&snapshot={new string('f', 200)}";
        service.On("GET", Route, $$"""{"years":[],"permalink":"{{link}}"}""");
        using var run = new CommandRun { InTerminal = true, Width = 40 };

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend"));
        Assert.Contains($"{service.Address}{link}", run.Output.Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public async Task One_councils_savings_are_headed_by_its_name_and_an_unfiled_year_has_dashes()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, """
            {"peers":null,"council":"dorset","name":"Dorset","years":[
              {"year":"2018-19","status":"actual","councils":0,"missing":["dorset"],"total":null,"breaks":[],"categories":[
                {"category":"prevention","amount":null,"share":null,"changeInShare":null,"councils":0}]},
              {"year":"2019-20","status":"actual","councils":1,"missing":[],"total":5,"afterBreak":true,"categories":[
                {"category":"prevention","amount":5,"share":100,"changeInShare":null,"councils":1}],
               "breaks":[{"year":"2019-20","reason":"area","words":"Dorset Council has another area than Dorset County Council had."}]}],
             "ended":[{"council":"dorset","name":"Dorset County Council","endedIn":"2018-19","succeededBy":["bournemouth-christchurch-and-poole","dorset"]}],
             "begun":[{"council":"dorset","name":"Dorset Council","begunIn":"2019-20","follows":["dorset"]}]}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend", "--council", "dorset"));
        Assert.Equal(
            """
            Savings by category, £, actual, council: Dorset

            year     status  category    amount  share  change in share  councils
            -------  ------  ----------  ------  -----  ---------------  --------
            2018-19  actual  total            –      –                –         0
            2018-19  actual  prevention       –      –                –         0
            2019-20  actual  total            5      –                –         1
            2019-20  actual  prevention       5    100                –         1
            Missing in 2018-19 (1): dorset
            Break in 2019-20 (area): Dorset Council has another area than Dorset County Council had. Nothing is compared across it.
            Dorset County Council ended with 2018-19; after it: bournemouth-christchurch-and-poole, dorset.
            Dorset Council begins with 2019-20; before it: dorset.

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_metrics_trend_shows_what_each_figure_stands_on_and_where_the_series_breaks()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", "/api/v1/trends/metrics/savings-per-resident", """
            {"metric":"savings-per-resident","label":"Savings per resident","unit":"gbp","status":"actual","council":"newham","name":"Newham","peers":"all",
             "years":[
              {"year":"2015-16","value":32.47,"state":"derived","count":2,"median":24.4094,"q1":null,"q3":null,"afterBreak":false,"breaks":[],
               "population":{"people":307984,"year":2011,"vintage":"Census 2011"}},
              {"year":"2016-17","value":28.32,"state":"derived","count":2,"median":21.4,"q1":null,"q3":null,"afterBreak":true,
               "breaks":[{"year":"2016-17","reason":"population","words":"The population is of the mid-2019 estimates; before, of the Census 2011."}],
               "population":{"people":353134,"year":2019,"vintage":"mid-2019 estimates"}},
              {"year":"2017-18","value":null,"state":"missing","count":0,"median":null,"q1":null,"q3":null,"afterBreak":false,"breaks":[],"population":null}],
             "direction":{"from":"2016-17","to":"2016-17","points":1,"direction":"too-few-points","meaning":null,"p":null,"slopePerYear":null},
             "peersDirection":null,"projection":{"reason":"Not served: the council has no figure for 2017-18, the last year held.","years":[]},"ended":[],"begun":[]}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend", "savings-per-resident", "--council", "Newham"));
        Assert.Equal(
            """
            Savings per resident, gbp, actual, council: Newham, peers: all

            break  year     value  state    population  of                  peers' median  q1  q3  councils
            -----  -------  -----  -------  ----------  ------------------  -------------  --  --  --------
                   2015-16  32.47  derived     307,984  Census 2011               24.4094   –   –         2
            --     2016-17  28.32  derived     353,134  mid-2019 estimates           21.4   –   –         2
                   2017-18      –  missing           –  –                               –   –   –         0
            -- not comparable with the year before.
            Direction, 2016-17 to 2016-17: too-few-points, years: 1.
            Projection: Not served: the council has no figure for 2017-18, the last year held.
            Break in 2016-17 (population): The population is of the mid-2019 estimates; before, of the Census 2011. Nothing is compared across it.

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Of_many_that_ended_the_council_asked_about_stands_on_a_line_of_its_own()
    {
        await using var service = await StubService.StartAsync();
        var others = string.Concat(Enumerable.Range(1, 7).Select(i =>
            $$""", {"council":"o{{i}}","name":"O","endedIn":"2018-19","succeededBy":["n"]}"""));
        service.On("GET", Route, $$"""
            {"years":[],"council":"cumberland","ended":[
              {"council":"cumbria","name":"Cumbria County Council","endedIn":"2022-23","succeededBy":["cumberland","westmorland-and-furness"]}{{others}}],
             "begun":[{"council":"cumberland","name":"Cumberland Council","begunIn":"2023-24","follows":["cumbria"]},
              {"council":"n","name":"N","begunIn":"2019-20","follows":["o1"]}]}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "trend"));
        Assert.Contains("Cumbria County Council ended with 2022-23; after it: cumberland, westmorland-and-furness.\n", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("Cumberland Council begins with 2023-24; before it: cumbria.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Ended in these years: o1 2018-19 (after it n); o2 2018-19", run.Output, StringComparison.Ordinal);
    }
}
