namespace Benchmarking.Service.Tests.CommandLine;

public sealed class TestScriptTests : IDisposable
{
    private const string DotNet = """
        if [[ $1 == "${FAILING-}" ]]; then exit 1; fi
        if [[ $1 != test ]]; then exit 0; fi
        name=$(basename "$2" .csproj)
        mkdir -p artifacts/test-results
        if [[ -f $STAGE/$name.trx ]]; then cp "$STAGE/$name.trx" artifacts/test-results/; fi
        ! grep -q 'failed="[1-9]' "$STAGE/$name.trx"
        """;

    private readonly ScriptStage stage = new("test.sh");

    public TestScriptTests()
    {
        stage.Command("dotnet", DotNet);
        stage.Write("tests/One.Tests/One.Tests.csproj", string.Empty);
        stage.Write("tests/Two.Tests/Two.Tests.csproj", string.Empty);
    }

    [Fact]
    public async Task The_last_line_sums_up_all_projects()
    {
        Results("One.Tests", total: 12, executed: 10, passed: 10);
        Results("Two.Tests", total: 5, executed: 5, passed: 5);
        var run = await stage.RunAsync(string.Empty);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal("15 passed, 0 failed, 2 skipped", run.Output.TrimEnd().Split('\n')[^1]);
        Assert.Contains("== One.Tests took ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_failed_test_fails_it_and_the_other_projects_still_run()
    {
        Results("One.Tests", total: 3, executed: 3, passed: 2);
        Results("Two.Tests", total: 5, executed: 5, passed: 5);
        var run = await stage.RunAsync(string.Empty);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("7 passed, 1 failed, 0 skipped", run.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task A_project_that_leaves_no_results_fails_it()
    {
        Results("One.Tests", total: 3, executed: 3, passed: 3);
        var run = await stage.RunAsync(string.Empty);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Two.Tests left no results", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_test_at_all_fails_it()
    {
        Results("One.Tests", total: 0, executed: 0, passed: 0);
        Results("Two.Tests", total: 0, executed: 0, passed: 0);
        Assert.Equal(1, (await stage.RunAsync(string.Empty)).ExitCode);
    }

    [Theory]
    [InlineData("restore")]
    [InlineData("build")]
    public async Task A_step_before_the_tests_that_fails_ends_it(string step)
    {
        Results("One.Tests", total: 1, executed: 1, passed: 1);
        stage.Variables["FAILING"] = step;
        var run = await stage.RunAsync(string.Empty);
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("passed", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => stage.Dispose();

    private void Results(string project, int total, int executed, int passed) => stage.Write(
        $"{project}.trx",
        $"""
        <TestRun><ResultSummary outcome="Completed">
          <Counters total="{total}" executed="{executed}" passed="{passed}" failed="{executed - passed}" error="0" />
        </ResultSummary></TestRun>
        """);
}
