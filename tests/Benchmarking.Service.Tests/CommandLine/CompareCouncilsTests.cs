namespace Benchmarking.Service.Tests.CommandLine;

public class CompareCouncilsTests
{
    private const string Route = "/api/v1/comparisons/savings-pct-net-budget";

    private const string Comparison = """
        {"metric":"savings-pct-net-budget","year":"2012-13","status":"actual",
         "peerGroup":{"code":"programme:asce-2012","includesSubject":true},
         "summary":{"count":2,"missing":["york","kent"],"mean":5.920,"pooled":null,"median":1e1,"standardDeviation":0.10},
         "subject":{"council":"tameside","value":11.30,"state":"reported","verdict":"higher"},
         "councils":[
          {"council":"tameside","name":"Tameside","value":11.30,"state":"reported","band":"highest","lower":10,"upper":12},
          {"council":"barnet","name":"Barnet","value":5.6,"state":"derived","band":"lowest","lower":null,"upper":null},
          {"council":"york","name":"York","value":null,"state":"missing","band":null,"lower":null,"upper":null}],
         "permalink":"/api/v1/comparisons/savings-pct-net-budget?year=2012-13"}
        """;

    [Fact]
    public async Task Only_what_was_stated_is_asked_and_it_is_escaped()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison);
        using var run = new CommandRun();

        await run.RunAgainstAsync(service, "compare", "savings-pct-net-budget", "--year", "2012-13");
        await run.RunAgainstAsync(
            service, "compare", "savings-pct-net-budget", "--year", "2012-13", "--council", "a&b", "--peers", "custom:x,y",
            "--model", "areas-2");

        Assert.Equal(
            [$"GET {Route}?year=2012-13", $"GET {Route}?year=2012-13&peers=custom%3Ax%2Cy&model=areas-2&council=a%26b"],
            service.Asked);
    }

    [Fact]
    public async Task Numbers_are_printed_exactly_as_the_service_wrote_them()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "compare", "savings-pct-net-budget", "--year", "2012-13"));

        Assert.Contains("savings-pct-net-budget, 2012-13, actual, peers: programme:asce-2012", run.Output, StringComparison.Ordinal);
        Assert.Contains(Row("mean", "5.920"), Rows(run.Output));
        Assert.Contains(Row("median", "1e1"), Rows(run.Output));
        Assert.Contains(Row("standard", "deviation", "0.10"), Rows(run.Output));
        Assert.Contains(Row(">", "Tameside", "11.30", "reported", "highest", "10", "12"), Rows(run.Output));
    }

    [Fact]
    public async Task A_council_without_a_figure_is_missing_and_never_0()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison);
        using var run = new CommandRun();

        await run.RunAgainstAsync(service, "compare", "savings-pct-net-budget", "--year", "2012-13");

        Assert.Contains(Row("York", "–", "missing", "–", "–", "–"), Rows(run.Output));
        Assert.Contains(Row("pooled", "–"), Rows(run.Output));
        Assert.Contains("Missing (2): york, kent", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_councils_stay_in_the_services_order()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison);
        using var run = new CommandRun();

        await run.RunAgainstAsync(service, "compare", "savings-pct-net-budget", "--year", "2012-13");

        Assert.True(run.Output.IndexOf("Tameside", StringComparison.Ordinal) < run.Output.IndexOf("Barnet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_is_printed_as_the_service_wrote_it()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "--json", "compare", "savings-pct-net-budget", "--year", "2012-13"));
        Assert.Equal($"{Comparison}\n", run.Output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Outside_a_terminal_nothing_is_cut_wrapped_or_coloured()
    {
        var name = new string('n', 300);
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison.Replace("Tameside", name, StringComparison.Ordinal));
        using var run = new CommandRun { Width = 40 };

        await run.RunAgainstAsync(service, "compare", "savings-pct-net-budget", "--year", "2012-13");

        Assert.Contains(Row(">", name, "11.30", "reported", "highest", "10", "12"), Rows(run.Output));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public async Task In_a_terminal_the_tables_have_frames_and_fit_the_width()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", Route, Comparison);
        using var run = new CommandRun { InTerminal = true, Width = 78 };

        await run.RunAgainstAsync(service, "compare", "savings-pct-net-budget", "--year", "2012-13");

        Assert.Contains('╭', run.Output);
        Assert.Contains('\u001b', run.Output);
        Assert.All(
            run.Output.Split('\n').Where(line => line.StartsWith('╭')),
            line => Assert.InRange(line.TrimEnd().Length, 10, 78));
    }

    private static string Row(params string[] cells) => string.Join(' ', cells);

    private static IEnumerable<string> Rows(string output) => output
        .Split('\n')
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
