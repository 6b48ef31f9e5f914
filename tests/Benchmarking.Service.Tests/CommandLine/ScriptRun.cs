using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Benchmarking.Service.Tests.CommandLine;

internal sealed class ScriptRun(Process process)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Task<string> error = process.StandardError.ReadToEndAsync();
    private readonly StringBuilder output = new();

    public int ExitCode => process.ExitCode;

    public string Output => output.ToString();

    public string Error => error.Result;

    /// <summary>Reads what the script prints until a line that holds this text.</summary>
    public async Task UntilAsync(string text)
    {
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
            output.AppendLine(line);
        }
        while (line is not null && !line.Contains(text, StringComparison.Ordinal));
        Assert.True(line is not null, $"The script ended before it said: {text}\n{output}");
    }

    public async Task SignalAsync(string signal)
    {
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("bash", ["-c", $"kill -{signal} {id}"]);
        await kill.WaitForExitAsync().WaitAsync(Limit);
    }

    public async Task EndAsync()
    {
        try
        {
            output.Append(await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit));
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await error;
    }
}
