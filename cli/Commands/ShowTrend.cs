using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class ShowTrend
{
    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var peers = new Option<string?>("--peers")
        {
            Description = "all, region:…, class:…, programme:…, partnership:…, custom:a,b",
        };
        var council = new Option<string?>("--council") { Description = "One council alone." };
        var status = new Option<string?>("--status") { Description = "actual, projected, target or identified." };
        var from = new Option<string?>("--from") { Description = "The first financial year." };
        var to = new Option<string?>("--to") { Description = "The last financial year." };
        var level = new Option<string?>("--level") { Description = "category or subcategory." };
        var command = new Command("trend", "How savings move between categories over the years.")
        {
            peers, council, status, from, to, level,
        };
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var path = new ServicePath("trends", "savings-categories")
                .With("from", given.GetValue(from))
                .With("to", given.GetValue(to))
                .With("peers", given.GetValue(peers))
                .With("council", given.GetValue(council))
                .With("status", given.GetValue(status))
                .With("level", given.GetValue(level));
            var answer = await session.Service.GetAsync(path, session.Keys.ForReading, stop);
            session.Show(answer, shown => new TrendReport(session.Printer).Print(shown.Root));
            return ExitCode.Good;
        });
        return command;
    }
}
