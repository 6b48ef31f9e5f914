using System.Globalization;
using Spectre.Console;

namespace Benchmarking.CommandLine.Output;

/// <summary>How far long work has come, on the error stream: a bar in a terminal, a line for each tenth elsewhere.</summary>
internal sealed class ProgressDisplay(ProcessEnvironment environment)
{
    private const int Steps = 10;
    private readonly Lock gate = new();

    /// <summary>The work is given what it must call, from any thread, with the number done so far.</summary>
    public async Task RunAsync(string doing, int total, Func<Action<int>, Task> work)
    {
        if (total == 0)
        {
            return;
        }

        if (environment.ErrorIsTerminal)
        {
            await WithBarAsync(doing, total, work);
        }
        else
        {
            await work(Lines(doing, total));
        }
    }

    private async Task WithBarAsync(string doing, int total, Func<Action<int>, Task> work) =>
        await TerminalOutput.Open(environment, environment.Error).Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(doing), maxValue: total);
                await work(done =>
                {
                    lock (gate)
                    {
                        bar.Value = Math.Max(bar.Value, done);
                    }
                });
            });

    private Action<int> Lines(string doing, int total)
    {
        var said = 0;
        return done =>
        {
            lock (gate)
            {
                var step = (int)((long)done * Steps / total);
                if (step > said)
                {
                    said = step;
                    environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{doing}: {done} of {total}"));
                }
            }
        };
    }
}
