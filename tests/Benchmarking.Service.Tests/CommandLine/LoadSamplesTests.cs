using System.Security.Cryptography;
using System.Text;

namespace Benchmarking.Service.Tests.CommandLine;

public class LoadSamplesTests
{
    private const string List = "/api/v1/returns";
    private const string Container = "/account/returns";

    [Fact]
    public async Task Files_go_into_the_container_and_their_receipts_are_waited_for()
    {
        await using var service = await StartAsync("hackney/2012-13/savings.csv", "york/2012-13/budget.xlsx");
        service.On("GET", List, Rows())
            .On("GET", List, Rows(Row("hackney", "savings", "accepted", Hash("s"))))
            .On("GET", List, Rows(
                Row("hackney", "savings", "accepted", Hash("s")),
                Row("york", "budget", "accepted", Hash("b"))));
        using var run = Samples(("hackney/2012-13/savings.csv", "s"), ("york/2012-13/budget.xlsx", "b"));

        var exitCode = await LoadAsync(run, service);

        Assert.Equal((0, string.Empty), (exitCode, exitCode == 0 ? string.Empty : run.Error));
        Assert.Contains("Returns: 2 accepted, 0 held, 0 rejected", run.Output, StringComparison.Ordinal);
        Assert.Equal(["b", "s"], Uploads(service).Select(upload => Encoding.UTF8.GetString(upload.Body)).Order());
        Assert.Contains("uploading: 2 of 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("checking: 2 of 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_and_rejected_returns_are_named_with_their_receipts_and_the_exit_code_is_1()
    {
        await using var service = await StartAsync("hackney/2012-13/savings.csv", "york/2012-13/budget.csv");
        service.On("GET", List, Rows()).On("GET", List, Rows(
            Row("hackney", "savings", "needs-explanation", Hash("s")),
            Row("york", "budget", "rejected", Hash("b"))));
        using var run = Samples(("hackney/2012-13/savings.csv", "s"), ("york/2012-13/budget.csv", "b"));

        Assert.Equal(1, await LoadAsync(run, service));
        Assert.Contains("Returns: 0 accepted, 1 held, 1 rejected", run.Output, StringComparison.Ordinal);
        Assert.Contains($"york/2012-13/budget.csv      rejected           r-{Hash("b")}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_for_other_bytes_is_not_ours_and_the_waiting_ends()
    {
        await using var service = await StartAsync("hackney/2012-13/savings.csv");
        service.On("GET", List, Rows(Row("hackney", "savings", "accepted", Hash("older"))));
        using var run = Samples(("hackney/2012-13/savings.csv", "s"));

        Assert.Equal(3, await LoadAsync(run, service));
        Assert.Contains("1 of 1 uploads have no receipt after 10 minutes", run.Error, StringComparison.Ordinal);
        Assert.Contains("hackney/2012-13/savings.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_there_are_not_sent_again()
    {
        await using var service = await StartAsync();
        service.On("GET", List, Rows(Row("hackney", "savings", "accepted", Hash("s"))));
        using var run = Samples(("hackney/2012-13/savings.csv", "s"));

        Assert.Equal(0, await LoadAsync(run, service));
        Assert.Empty(Uploads(service));
        Assert.Contains("Returns: 1 accepted, 0 held, 0 rejected (1 were there before)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_year_is_one_question()
    {
        await using var service = await StartAsync();
        service.On("GET", List, Rows(
            Row("hackney", "savings", "accepted", Hash("s")), Row("hackney", "savings", "accepted", Hash("t"), "2011-12")));
        using var run = Samples(("hackney/2012-13/savings.csv", "s"), ("hackney/2011-12/savings.csv", "t"));

        Assert.Equal(0, await LoadAsync(run, service));
        Assert.Equal([$"GET {List}?year=2011-12", $"GET {List}?year=2012-13"], service.Asked);
    }

    [Fact]
    public async Task Storage_that_refuses_is_a_sentence_without_the_accounts_key()
    {
        await using var service = await StubService.StartAsync();
        service.On("GET", List, Rows());
        using var run = Samples(("hackney/2012-13/savings.csv", "s"));

        Assert.Equal(3, await LoadAsync(run, service));
        Assert.Contains("did not take the returns", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--storage", "AccountKey=c2VjcmV0")]
    [InlineData("--dir", "nowhere")]
    [InlineData("--dir", ".")]
    public async Task What_cannot_be_loaded_is_a_usage_error(params string[] arguments)
    {
        using var run = new CommandRun();
        run.Write(arguments[0] == "--storage" ? "samples/returns/hackney/2012-13/savings.csv" : "other.txt", "s");

        Assert.Equal(2, await run.RunAsync(["samples", "load", .. arguments]));
        Assert.DoesNotContain("c2VjcmV0", run.Error, StringComparison.Ordinal);
    }

    private static async Task<StubService> StartAsync(params string[] blobs)
    {
        var service = await StubService.StartAsync();
        service.On("PUT", Container, string.Empty, 201);
        foreach (var blob in blobs)
        {
            service.On("PUT", $"{Container}/{blob}", string.Empty, 201);
        }

        return service;
    }

    private static CommandRun Samples(params (string Path, string Text)[] files)
    {
        var run = new CommandRun();
        foreach (var (path, text) in files)
        {
            run.Write($"samples/returns/{path}", text);
        }

        return run;
    }

    private static Task<int> LoadAsync(CommandRun run, StubService service)
    {
        run.Variables["STORAGE_CONNECTION"] =
            $"DefaultEndpointsProtocol=http;AccountName=account;AccountKey=c2VjcmV0;BlobEndpoint={service.Address}/account";
        return run.RunAgainstAsync(service, "samples", "load");
    }

    private static IEnumerable<StubRequest> Uploads(StubService service) => service.Requests.Where(
        request => request.Method == "PUT" && !request.PathAndQuery.Contains("restype=container", StringComparison.Ordinal));

    private static string Rows(params string[] rows) => $$"""{"returns":[{{string.Join(',', rows)}}],"missing":[]}""";

    private static string Row(string council, string kind, string status, string hash, string year = "2012-13") =>
        $$"""{"council":"{{council}}","year":"{{year}}","kind":"{{kind}}","status":"{{status}}","receipt":"r-{{hash}}","sha256":"{{hash}}"}""";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
