namespace Benchmarking.Service.Tests.CommandLine;

public class ShowPlanChangesTests
{
    private const string Route = "/api/v1/programmes/north-2013/changes";

    [Fact]
    public async Task What_moved_stands_by_line_then_in_totals_and_what_stands_is_said_in_words()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, """
            {"id":"north-2013","since":"north-2012","unit":"gbp_thousands",
             "counts":{"moved":1,"unchanged":0,"added":1,"dropped":0,"not-restated":12},
             "lines":[
              {"council":"kent","source":"demand","year":"2013-14","before":2900,"after":1450,"change":-1450,"outcome":"moved"},
              {"council":"kent","source":"estates","year":"2013-14","before":null,"after":0,"change":0,"outcome":"added"},
              {"council":"kent","source":"it","year":"2013-14","before":7,"after":null,"change":null,"outcome":"not-restated"}],
             "totals":{"councils":[{"council":"kent","year":"2013-14","before":2900,"after":1450,"change":-1450,"notRestated":7}],
              "sources":[{"source":"demand","year":"2013-14","before":2900,"after":1450,"change":-1450,"notRestated":0}],
              "years":[{"year":"2013-14","before":2900,"after":1450,"change":-1450,"notRestated":7}]}}
            """);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "programmes", "changes", "north-2013", "--since", "north-2012"));
        Assert.Equal($"{Route}?since=north-2012", service.Single("GET").PathAndQuery);
        Assert.Equal(
            """
            Changes from north-2012 to north-2013, £ thousand

            council  source   year     before  after  change  outcome
            -------  -------  -------  ------  -----  ------  -------
            kent     demand   2013-14   2,900  1,450  -1,450  moved
            kent     estates  2013-14       –      0       0  added

            total of  year     before  after  change  not restated
            --------  -------  ------  -----  ------  ------------
            kent      2013-14   2,900  1,450  -1,450             7
            demand    2013-14   2,900  1,450  -1,450             0
            all       2013-14   2,900  1,450  -1,450             7

            Lines: moved 1, unchanged 0, added 1, dropped 0.
            Lines that north-2013 does not restate: 12. They stand as they were.

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task An_earlier_edition_must_be_named()
    {
        using var run = new CommandRun();
        Assert.Equal(2, await run.RunAsync("programmes", "changes", "north-2013"));
        Assert.Contains("--since", run.Error, StringComparison.Ordinal);
    }
}
