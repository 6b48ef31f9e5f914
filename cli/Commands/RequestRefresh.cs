using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class RequestRefresh
{
    private const string Failed = "failed";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private static readonly string[] Unfinished = ["queued", "pending", "started", "running", "in-progress"];

    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var noWait = new Option<bool>("--no-wait") { Description = "Ask for it and do not wait for its end." };
        var command = new Command("refresh", "Recompute every published figure from the accepted returns.") { noWait };
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var answer = await session.Service.PostAsync(new ServicePath("refreshes"), session.Keys.ForOperator, stop);
            if (!given.GetValue(noWait))
            {
                answer = await EndOfAsync(answer, session, environment, stop);
            }

            session.Show(answer, shown => Print(session.Printer, shown));
            return StateOf(answer) == Failed ? ExitCode.Unreachable : ExitCode.Good;
        });
        return command;
    }

    private static async Task<ServiceAnswer> EndOfAsync(
        ServiceAnswer asked, Session session, ProcessEnvironment environment, CancellationToken stop)
    {
        var answer = asked;
        var began = environment.Clock.GetTimestamp();
        while (Unfinished.Contains(StateOf(answer)))
        {
            if (environment.Clock.GetElapsedTime(began) >= Patience)
            {
                throw CommandFailedException.Unreachable(
                    $"The refresh has not ended after {Patience.TotalMinutes} minutes.");
            }

            await Task.Delay(Pause, environment.Clock, stop);
            var path = new ServicePath("refreshes", "latest");
            answer = await session.Service.GetAsync(path, session.Keys.ForOperator, stop);
        }

        return answer;
    }

    private static string? StateOf(ServiceAnswer answer) => answer.Root.Text("state")?.ToLowerInvariant();

    private static void Print(Printer printer, ServiceAnswer answer)
    {
        var table = new TextTable(new TextColumn("refresh"), new TextColumn("value"));
        Facts.AddTo(table, answer.Root);
        printer.Table(table);
    }
}
