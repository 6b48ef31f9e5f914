using System.Net;
using System.Net.Sockets;

namespace Benchmarking.Service.Tests.CommandLine;

public class FailureTests
{
    [Fact]
    public async Task A_service_that_is_not_there_ends_with_3_and_a_sentence()
    {
        using var run = new CommandRun();

        var exitCode = await run.RunAsync("trend", "--url", $"http://127.0.0.1:{ClosedPort()}");

        Assert.Equal(3, exitCode);
        Assert.Contains("cannot be reached", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("compare")]
    [InlineData("compare", "m")]
    [InlineData("compare", "..", "--year", "2012-13")]
    [InlineData("trend", "--league-table")]
    [InlineData("submit")]
    [InlineData("samples")]
    [InlineData("validate", "@nothing")]
    public async Task What_cannot_be_understood_ends_with_2_and_asks_nothing(params string[] arguments)
    {
        using var run = new CommandRun();

        Assert.Equal(2, await run.RunAsync(arguments));
        Assert.StartsWith("councilbench: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Help_is_not_a_failure()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAsync("--help"));
        Assert.All(
            ["validate", "submit", "compare", "trend", "refresh", "samples"],
            verb => Assert.Contains($"  {verb} ", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400, 2)]
    [InlineData(404, 2)]
    [InlineData(302, 3)]
    [InlineData(429, 3)]
    [InlineData(503, 3)]
    public async Task A_problem_is_printed_with_its_title_code_and_detail(int status, int exitCode)
    {
        await using var service = await StubService.StartAsync();
        service.On(
            "GET", "/api/v1/comparisons/m",
            """{"code":"metric-unknown","title":"There is no such metric","detail":"See /api/v1/metrics."}""",
            status,
            "application/problem+json");
        using var run = new CommandRun();

        Assert.Equal(exitCode, await run.RunAgainstAsync(service, "compare", "m", "--year", "2012-13"));
        Assert.Contains($"There is no such metric (metric-unknown, {status}).", run.Error, StringComparison.Ordinal);
        Assert.Contains("See /api/v1/metrics.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_services_is_said_to_be_so()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", "/api/v1/comparisons/m", "<html>hello</html>", 200, "text/html");
        using var run = new CommandRun();

        Assert.Equal(3, await run.RunAgainstAsync(service, "compare", "m", "--year", "2012-13"));
        Assert.Contains("did not answer with JSON", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_a_problem_is_still_a_sentence()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", "/api/v1/comparisons/m", "oops", 500, "text/plain");
        using var run = new CommandRun();

        Assert.Equal(3, await run.RunAgainstAsync(service, "compare", "m", "--year", "2012-13"));
        Assert.Contains("(500)", run.Error, StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
