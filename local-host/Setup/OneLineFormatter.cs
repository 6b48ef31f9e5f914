using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Benchmarking.LocalHost.Setup;

/// <summary>Console lines: one entry is one line whatever its text holds, and the trace is named in it.
/// Warnings and errors go to the error stream; there a line that says "warn" is a warning, any other an error.</summary>
internal sealed class OneLineFormatter() : ConsoleFormatter(FormatName)
{
    public const string FormatName = "one-line";

    public static void Use(ILoggingBuilder logging)
    {
        logging.ClearProviders().AddConsoleFormatter<OneLineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = FormatName;
            console.LogToStandardErrorThreshold = LogLevel.Warning;
        });
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write($"{Word(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}]");
        if (Activity.Current is { Recorded: true } trace)
        {
            textWriter.Write($" {{trace {trace.TraceId.ToHexString()}}}");
        }

        textWriter.Write(' ');
        WriteFlat(textWriter, logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } failure)
        {
            textWriter.Write(' ');
            WriteFlat(textWriter, failure.ToString());
        }

        textWriter.Write(Environment.NewLine);
    }

    private static void WriteFlat(TextWriter line, string text)
    {
        foreach (var character in text)
        {
            line.Write(char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character);
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
