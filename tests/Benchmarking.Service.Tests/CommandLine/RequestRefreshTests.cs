namespace Benchmarking.Service.Tests.CommandLine;

public class RequestRefreshTests
{
    [Fact]
    public async Task It_waits_until_the_refresh_has_ended()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/refreshes", """{"state":"queued"}""", 202)
            .On("GET", "/api/v1/refreshes/latest", """{"state":"running"}""")
            .On("GET", "/api/v1/refreshes/latest", """{"state":"succeeded","snapshot":"s-9"}""");
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "refresh"));
        Assert.Equal(3, service.Requests.Count);
        Assert.Contains("s-9", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_need_not_wait()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/refreshes", """{"state":"queued"}""", 202);
        using var run = new CommandRun();

        Assert.Equal(0, await run.RunAgainstAsync(service, "refresh", "--no-wait"));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task One_that_fails_or_never_ends_is_not_good()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/refreshes", """{"state":"failed"}""")
            .On("POST", "/api/v1/refreshes", """{"state":"running"}""")
            .On("GET", "/api/v1/refreshes/latest", """{"state":"running"}""");
        using var run = new CommandRun();

        Assert.Equal(3, await run.RunAgainstAsync(service, "refresh"));
        Assert.Equal(3, await run.RunAgainstAsync(service, "refresh"));
        Assert.Contains("has not ended", run.Error, StringComparison.Ordinal);
    }
}
