using System.CommandLine;
using Benchmarking.CommandLine.Commands;
using Benchmarking.CommandLine.Output;

namespace Benchmarking.CommandLine;

internal static class CouncilBench
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, ProcessEnvironment environment, CancellationToken stop = default)
    {
        try
        {
            return await InvokeAsync(arguments, environment, stop);
        }
        catch (CommandFailedException failure)
        {
            return Report(environment, failure.Message, failure.ExitCode);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Report(environment, "stopped before the end.", ExitCode.Interrupted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Report(environment, failure.Message, ExitCode.Usage);
        }
        catch (Exception failure)
        {
            return Report(environment, $"something unforeseen: {failure.GetType().Name}: {failure.Message}", ExitCode.Usage);
        }
    }

    private static async Task<int> InvokeAsync(
        IReadOnlyList<string> arguments, ProcessEnvironment environment, CancellationToken stop)
    {
        // No response files: an argument that starts with @ is a file name like any other.
        var parsed = Root(environment).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var reasons = parsed.Errors.Select(error => error.Message).Distinct();
            throw CommandFailedException.Usage($"{string.Join('\n', reasons)}\nSee: councilbench --help");
        }

        var invocation = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, stop);
    }

    private static RootCommand Root(ProcessEnvironment environment)
    {
        var common = new CommonOptions();
        return new RootCommand("Cross-council efficiency benchmarking in adult social care, from the terminal.")
        {
            common.Url,
            common.Key,
            common.Json,
            ValidateReturn.Create(common, environment),
            SubmitReturns.Create(common, environment),
            CompareCouncils.Create(common, environment),
            ShowTrend.Create(common, environment),
            LoadDatasets.Create(common, environment),
            ShowOpportunities.Create(common, environment),
            ShowPlanChanges.Create(common, environment),
            RequestRefresh.Create(common, environment),
            LoadSamples.Create(common, environment),
        };
    }

    private static int Report(ProcessEnvironment environment, string message, int exitCode)
    {
        var lines = message.Split('\n').Select(PlainText.Of);
        try
        {
            environment.Error.WriteLine($"councilbench: {string.Join($"{Environment.NewLine}  ", lines)}");
        }
        catch (IOException)
        {
            // Nobody reads any more, for example in `councilbench … | head`: the exit code still tells.
        }

        return exitCode;
    }
}
