namespace Benchmarking.Service.Tests.CommandLine;

public class ServiceKeysTests
{
    private const string Keys = """{"operator":"op","analyst":"an","councils":{"hackney":"hk"}}""";

    [Theory]
    [InlineData("hackney", "hk")]
    [InlineData("york", "op")]
    public async Task A_submit_takes_the_councils_own_key_and_else_the_operators(string council, string key)
    {
        await using var service = await StubService.StartAsync();
        service.On("PUT", $"/api/v1/returns/{council}/2012-13/savings", Receipts.Accepted);
        using var run = new CommandRun();
        run.Write(".run/keys.json", Keys);
        var file = run.Write($"below/{council}/2012-13/savings.csv", "s");

        Assert.Equal(0, await run.RunAgainstAsync(service, "submit", file));
        Assert.Equal(key, service.Single("PUT").Key);
    }

    [Fact]
    public async Task A_refresh_takes_the_operators_key()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/refreshes", """{"state":"succeeded"}""");
        using var run = new CommandRun();
        run.Write(".run/keys.json", Keys);

        Assert.Equal(0, await run.RunAgainstAsync(service, "refresh"));
        Assert.Equal("op", service.Single("POST").Key);
    }

    [Fact]
    public async Task Reading_takes_no_key_that_can_write()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", "/api/v1/trends/savings-categories", "{}");
        using var run = new CommandRun();
        run.Write(".run/keys.json", Keys);

        await run.RunAgainstAsync(service, "trend");
        Assert.Equal("an", service.Single("GET").Key);
    }

    [Theory]
    [InlineData("from-option", "from-variable", "from-option")]
    [InlineData(null, "from-variable", "from-variable")]
    public async Task A_stated_key_goes_before_the_file(string? option, string variable, string sent)
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/refreshes", """{"state":"succeeded"}""");
        using var run = new CommandRun();
        run.Write(".run/keys.json", Keys);
        run.Variables["COUNCILBENCH_KEY"] = variable;
        string[] key = option is null ? [] : ["--key", option];

        await run.RunAgainstAsync(service, ["refresh", .. key]);
        Assert.Equal(sent, service.Single("POST").Key);
    }

    [Fact]
    public async Task Without_any_key_none_is_sent_and_the_refusal_says_how_to_give_one()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/refreshes", """{"code":"key-needed","title":"A key is needed"}""", 401);
        using var run = new CommandRun();

        Assert.Equal(2, await run.RunAgainstAsync(service, "refresh"));
        Assert.Null(service.Single("POST").Key);
        Assert.Contains("COUNCILBENCH_KEY", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("ключ")]
    public async Task A_key_that_no_header_can_hold_is_refused_and_not_shown(string key)
    {
        await using var service = await StubService.StartAsync();
        using var run = new CommandRun();

        Assert.Equal(2, await run.RunAgainstAsync(service, "refresh", "--key", key));
        Assert.Empty(service.Requests);
        Assert.DoesNotContain(key, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keys_file_that_is_broken_is_named()
    {
        await using var service = await StubService.StartAsync();
        using var run = new CommandRun();
        run.Write(".run/keys.json", "{");

        Assert.Equal(2, await run.RunAgainstAsync(service, "refresh"));
        Assert.Contains("keys.json", run.Error, StringComparison.Ordinal);
    }
}
