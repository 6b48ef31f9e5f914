using System.Text;

namespace Benchmarking.Service.Tests.CommandLine;

public class ValidateReturnTests
{
    private const string Route = "/api/v1/returns/hackney/2012-13/savings/validation";

    [Fact]
    public async Task A_good_return_ends_with_0_and_its_bytes_were_sent_as_they_are()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", Route, Receipts.Accepted);
        using var run = new CommandRun();
        run.Write("hackney/2012-13/savings.csv", "financial_year;amount\r\n2012-13;£1\r\n");

        var exitCode = await run.RunAgainstAsync(service, "validate", "hackney/2012-13/savings.csv");

        Assert.Equal(0, exitCode);
        var request = service.Single("POST");
        Assert.Equal(Route, request.PathAndQuery);
        Assert.Equal("text/csv", request.ContentType);
        Assert.Equal("financial_year;amount\r\n2012-13;£1\r\n", Encoding.UTF8.GetString(request.Body));
        Assert.Contains("accepted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_printed_with_line_column_value_expectation_and_message()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", Route, Receipts.Rejected);
        using var run = new CommandRun();
        run.Write("hackney/2012-13/savings.csv", "x");

        var exitCode = await run.RunAgainstAsync(service, "validate", "hackney/2012-13/savings.csv");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            """
            hackney/2012-13/savings.csv: rejected, receipt r-3, 4 rows, error 2, query 0, notice 0
              error RET204 at line 12, column amount
                value     1,23,4
                expected  1234.00
                Group the digits by thousands.
              error RET101 at whole file
                Add the column unit.
              showing 2 of 7 findings

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task An_unexplained_query_blocks_too()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", Route, Receipts.NeedsExplanation);
        using var run = new CommandRun();
        run.Write("hackney/2012-13/savings.csv", "x");

        Assert.Equal(1, await run.RunAgainstAsync(service, "validate", "hackney/2012-13/savings.csv"));
    }

    [Fact]
    public async Task The_options_say_whose_return_it_is_when_the_path_does_not()
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", Route, Receipts.Accepted);
        using var run = new CommandRun();
        run.Write("Draft (2).XLSX", "x");

        var exitCode = await run.RunAgainstAsync(
            service, "validate", "Draft (2).XLSX", "--council", "hackney", "--year", "2012-13", "--kind", "savings");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            service.Single("POST").ContentType);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_the_users_fault_and_nothing_is_asked()
    {
        await using var service = await StubService.StartAsync();
        using var run = new CommandRun();

        var exitCode = await run.RunAgainstAsync(service, "validate", "hackney/2012-13/savings.csv");

        Assert.Equal(2, exitCode);
        Assert.Empty(service.Requests);
        Assert.Contains("no file", run.Error, StringComparison.Ordinal);
    }
}
