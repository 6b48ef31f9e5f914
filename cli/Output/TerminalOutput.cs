using System.Text;
using Spectre.Console;

namespace Benchmarking.CommandLine.Output;

/// <summary>One of the two streams of a terminal, for Spectre.</summary>
internal sealed class TerminalOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    private const int UsualHeight = 25;

    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width => width;

    public int Height => UsualHeight;

    public static IAnsiConsole Open(ProcessEnvironment environment, TextWriter writer) => AnsiConsole.Create(
        new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            // https://no-color.org
            ColorSystem = environment.Variable("NO_COLOR") is { Length: > 0 }
                ? ColorSystemSupport.NoColors
                : ColorSystemSupport.Standard,
            Out = new TerminalOutput(writer, environment.Width),
        });

    public void SetEncoding(Encoding encoding)
    {
        // The process set its encoding once, at its start.
    }
}
