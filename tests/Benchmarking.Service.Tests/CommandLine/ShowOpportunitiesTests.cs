namespace Benchmarking.Service.Tests.CommandLine;

public class ShowOpportunitiesTests
{
    private const string Route = "/api/v1/councils/camden/opportunities";

    [Fact]
    public async Task Every_option_reaches_the_service()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, "{}");
        using var run = new CommandRun();

        Assert.Equal(
            0,
            await run.RunAgainstAsync(
                service, "opportunities", "camden", "--year", "2012-13", "--peers", "nearest:5", "--model", "areas-2", "--target",
                "quartile"));
        Assert.Equal($"{Route}?year=2012-13&peers=nearest%3A5&model=areas-2&target=quartile", service.Single("GET").PathAndQuery);
        Assert.Contains("Nothing is offered", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_opportunity_has_its_range_and_caveats_and_there_is_no_total()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, """
            {"name":"Camden","year":"2012-13","status":"actual","peerGroup":{"code":"nearest:15","model":"areas-2"},"target":"median",
             "note":"Never added up.","rangeMeaning":"The lowest to the highest.",
             "opportunities":[{"metric":"unit-cost","figure":780.5,"target":625.9,"peers":15,"volume":27425,"volumeUnit":"weeks",
               "volumeBasis":"as filed","value":4240000,"valueUnit":"gbp","range":{"lower":4140000,"upper":4600000},
               "caveats":["Set an outcome beside it."]},
              {"metric":"admissions","figure":9.1,"target":10,"peers":15,"volume":24000,"volumeUnit":"residents",
               "volumeBasis":"what the figure was divided by","value":0,"valueUnit":"people","range":{"lower":0,"upper":12},
               "caveats":[]}],
             "notOffered":[{"metric":"home-care","reason":"volume-missing","message":"There is no volume."}]}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "opportunities", "camden", "--year", "2012-13"));
        Assert.Equal(
            """
            Camden, 2012-13, actual, at the median of nearest:15 by areas-2

            metric        own  target      worth       from         to  in      peers
            ----------  -----  ------  ---------  ---------  ---------  ------  -----
            unit-cost   780.5   625.9  4,240,000  4,140,000  4,600,000  £          15
            admissions    9.1      10          0          0         12  people     15

            unit-cost: volume 27,425 weeks (as filed).
              Set an outcome beside it.

            admissions: volume 24,000 residents (what the figure was divided by).

            Not offered: home-care. There is no volume.
            Range: The lowest to the highest.
            Never added up.

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }
}
