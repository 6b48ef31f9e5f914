namespace Benchmarking.CommandLine;

/// <summary>Everything a command takes from outside itself, so that a test can hand it another outside.</summary>
internal sealed record ProcessEnvironment
{
    private const int UsualWidth = 80;

    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }
    public required string Directory { get; init; }
    public required Func<string, string?> Variable { get; init; }
    public TimeProvider Clock { get; init; } = TimeProvider.System;
    public bool OutputIsTerminal { get; init; }
    public bool ErrorIsTerminal { get; init; }
    public int Width { get; init; } = UsualWidth;

    public static ProcessEnvironment OfThisProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Directory = Environment.CurrentDirectory,
        Variable = Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = TerminalWidth(),
    };

    private static int TerminalWidth() =>
        (Console.IsOutputRedirected && Console.IsErrorRedirected) || Console.WindowWidth < 1
            ? UsualWidth
            : Console.WindowWidth;
}
