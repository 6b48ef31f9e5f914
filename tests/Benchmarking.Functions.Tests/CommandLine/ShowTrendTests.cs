namespace Benchmarking.Functions.Tests.CommandLine;

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

            year     status     category                amount  share  change in share  councils
            -------  ---------  ---------------------  -------  -----  ---------------  --------
            2011-12  projected  total                   146000      –                –         3
            2011-12  projected  prevention             46000.5   31.5                –         2
            2012-13  projected  total                  2949000      –                –         3
            2012-13  projected  prevention / telecare        9    0.1            -31.4         1

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
}
