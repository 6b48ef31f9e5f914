namespace Benchmarking.Service.Tests.CommandLine;

public class SubmitReturnsTests
{
    private const string Savings = "/api/v1/returns/hackney/2012-13/savings";
    private const string Budget = "/api/v1/returns/hackney/2012-13/budget";
    private const string Prices = "/api/v1/returns/york/2011-12/prices";

    [Fact]
    public async Task A_folder_is_walked_and_each_return_put_where_it_belongs()
    {
        await using var service = await StubService.StartAsync();
        service.On("PUT", Savings, Receipts.Accepted)
            .On("PUT", Budget, Receipts.NeedsExplanation)
            .On("PUT", Prices, Receipts.Rejected);
        using var run = new CommandRun();
        run.Write("in/hackney/2012-13/savings.csv", "s");
        run.Write("in/hackney/2012-13/budget.xlsx", "b");
        run.Write("in/york/2011-12/prices.csv", "p");
        run.Write("in/README.md", "not a return");

        var exitCode = await run.RunAgainstAsync(service, "submit", "in");

        Assert.Equal(1, exitCode);
        Assert.Equal([$"PUT {Budget}", $"PUT {Savings}", $"PUT {Prices}"], service.Asked);
        Assert.Contains("Summary: 1 accepted, 1 needs-explanation, 1 rejected", run.Output, StringComparison.Ordinal);
        Assert.Contains("error RET204 at line 12, column amount", run.Output, StringComparison.Ordinal);
        Assert.Contains("passed over README.md: the file must end in .csv or .xlsx", run.Error, StringComparison.Ordinal);
        Assert.Contains("submitting: 3 of 3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_are_accepted_the_exit_code_is_0()
    {
        await using var service = await StubService.StartAsync();
        service.On("PUT", Savings, Receipts.Accepted).On("PUT", Prices, Receipts.Accepted);
        using var run = new CommandRun();
        var first = run.Write("hackney/2012-13/savings.csv", "s");
        var second = run.Write("york/2011-12/prices.csv", "p");

        Assert.Equal(0, await run.RunAgainstAsync(service, "submit", first, second));
        Assert.Contains("Summary: 2 accepted, 0 needs-explanation, 0 rejected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_refusal_does_not_keep_the_others_from_being_filed()
    {
        await using var service = await StubService.StartAsync();
        service.On("PUT", Savings, """{"code":"key-of-another","title":"Not yours."}""", 403, "application/problem+json")
            .On("PUT", Prices, Receipts.Accepted);
        using var run = new CommandRun();
        run.Write("in/hackney/2012-13/savings.csv", "s");
        run.Write("in/york/2011-12/prices.csv", "p");

        Assert.Equal(2, await run.RunAgainstAsync(service, "submit", "in", "--key", "k"));
        Assert.Contains("hackney/2012-13/savings.csv: Not yours (key-of-another, 403).", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 accepted, 0 needs-explanation, 0 rejected, 1 not taken", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_for_one_return_are_refused_before_anything_is_sent()
    {
        await using var service = await StubService.StartAsync();
        using var run = new CommandRun();
        run.Write("in/hackney/2012-13/savings.csv", "s");
        run.Write("in/hackney/2012-13/savings.xlsx", "s");

        Assert.Equal(2, await run.RunAgainstAsync(service, "submit", "in"));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("in")]
    [InlineData("in/notes.csv")]
    [InlineData("in/notes.csv", "--kind", "savings")]
    public async Task What_holds_no_return_is_a_usage_error(params string[] arguments)
    {
        using var run = new CommandRun();
        run.Write("in/notes.csv", "x");

        Assert.Equal(2, await run.RunAsync(["submit", .. arguments]));
    }

    [Fact]
    public async Task A_link_that_leads_round_in_a_circle_is_not_followed()
    {
        await using var service = await StubService.StartAsync();
        service.On("PUT", Savings, Receipts.Accepted);
        using var run = new CommandRun();
        run.Write("in/hackney/2012-13/savings.csv", "s");
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "in", "round"), Path.Combine(run.Folder, "in"));

        Assert.Equal(0, await run.RunAgainstAsync(service, "submit", "in"));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Json_is_each_receipt_as_the_service_wrote_it_in_the_order_of_the_files()
    {
        await using var service = await StubService.StartAsync();
        service.On("PUT", Budget, Receipts.Accepted).On("PUT", Savings, Receipts.Rejected);
        using var run = new CommandRun();
        run.Write("in/hackney/2012-13/savings.csv", "s");
        run.Write("in/hackney/2012-13/budget.csv", "b");

        Assert.Equal(1, await run.RunAgainstAsync(service, "submit", "in", "--json"));
        Assert.Equal(
            $"{Receipts.Accepted}\n{Receipts.Rejected}\n", run.Output, ignoreLineEndingDifferences: true);
    }
}
