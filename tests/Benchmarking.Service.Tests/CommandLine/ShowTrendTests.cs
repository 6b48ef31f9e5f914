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
            "trend", "--peers", "partnership:tri-borough", "--council", "hackney", "--status", "projected",
            "--from", "2011-12", "--to", "2014-15", "--level", "subcategory");

        Assert.Equal(
            $"{Route}?from=2011-12&to=2014-15&peers=partnership%3Atri-borough&council=hackney&status=projected&level=subcategory",
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
}
