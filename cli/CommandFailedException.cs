namespace Benchmarking.CommandLine;

/// <summary>Ends a command with a sentence for the person at the keyboard and an exit code for the script.</summary>
internal sealed class CommandFailedException(int exitCode, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public int ExitCode { get; } = exitCode;

    public static CommandFailedException Usage(string message, Exception? cause = null) =>
        new(CommandLine.ExitCode.Usage, message, cause);

    public static CommandFailedException Unreachable(string message, Exception? cause = null) =>
        new(CommandLine.ExitCode.Unreachable, message, cause);
}
