using System.Text.Json;

namespace Benchmarking.Service.Tests.CommandLine;

public class HostileTextTests
{
    private const string Clear = "\u001b[2J";
    private const string Bell = "\a";
    private const string Reversed = "\u202e";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_cell_holds_is_shown_and_not_obeyed(bool inTerminal)
    {
        await using var service = await StubService.StartAsync();
        service.On("POST", "/api/v1/returns/hackney/2012-13/savings/validation", Receipt($"[red]x[/]{Clear}{Bell}{Reversed}\r\nnext"));
        using var run = new CommandRun { InTerminal = inTerminal, Width = 200 };
        run.Write("hackney/2012-13/savings.csv", "x");

        Assert.Equal(1, await run.RunAgainstAsync(service, "validate", "hackney/2012-13/savings.csv"));

        Assert.Contains("[red]x[/][2J next", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Clear, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Bell, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Reversed, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_in_a_table_is_shown_and_not_obeyed(bool inTerminal)
    {
        await using var service = await StubService.StartAsync();
        var name = JsonSerializer.Serialize($"[bold]York{Clear}\u009b31m[/unclosed");
        service.On("GET", "/api/v1/comparisons/m", $$"""{"councils":[{"council":"york","name":{{name}},"value":1}]}""");
        using var run = new CommandRun { InTerminal = inTerminal, Width = 200 };

        Assert.Equal(0, await run.RunAgainstAsync(service, "compare", "m", "--year", "2012-13"));

        Assert.Contains("[bold]York[2J31m[/unclosed", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Clear, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u009b', run.Output);
    }

    [Fact]
    public async Task A_file_name_is_shown_without_what_a_terminal_would_obey()
    {
        using var run = new CommandRun();

        Assert.Equal(2, await run.RunAsync("validate", $"{Clear}[red]/2012-13/savings.csv"));
        Assert.DoesNotContain('\u001b', run.Error);
        Assert.Contains("[red]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problems_words_are_not_obeyed_either()
    {
        await using var service = await StubService.StartAsync();
        var detail = JsonSerializer.Serialize($"bad{Clear}");
        service.On("POST", "/api/v1/refreshes", $$"""{"title":"t","detail":{{detail}}}""", 500);
        using var run = new CommandRun();

        Assert.Equal(3, await run.RunAgainstAsync(service, "refresh"));
        Assert.Contains("bad[2J", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    private static string Receipt(string value) => JsonSerializer.Serialize(new
    {
        status = "rejected",
        findings = new[] { new { code = "RET204", severity = "error", line = 2, column = "amount", value, message = "m" } },
    });
}
