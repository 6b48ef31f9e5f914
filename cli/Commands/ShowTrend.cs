using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class ShowTrend
{
    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var metric = new Argument<string?>("METRIC")
        {
            Description = "A metric's code, such as savings-per-resident; without one, savings by category.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        // The parser takes an unknown option for the metric.
        metric.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && text.StartsWith('-'))
            {
                given.AddError($"There is no option '{text}'.");
            }
        });
        var peers = new Option<string?>("--peers")
        {
            Description = "all, region:…, class:…, nearest:K, list:…, programme:…, partnership:…, custom:a,b",
        };
        var model = NearestModels.Option();
        var council = new Option<string?>("--council") { Description = "One council: its code, name or ONS code." };
        var status = new Option<string?>("--status") { Description = "actual, projected, target or identified." };
        var from = new Option<string?>("--from") { Description = "The first financial year." };
        var to = new Option<string?>("--to") { Description = "The last financial year." };
        var level = new Option<string?>("--level") { Description = "category or subcategory; not with a metric." };
        var command = new Command("trend", "How a metric, or savings by category, move over the years.")
        {
            metric, peers, model, council, status, from, to, level,
        };
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var code = given.GetValue(metric);
            var path = (code is null ? new ServicePath("trends", "savings-categories") : new ServicePath("trends", "metrics", code))
                .With("from", given.GetValue(from))
                .With("to", given.GetValue(to))
                .With("peers", given.GetValue(peers))
                .With("model", given.GetValue(model))
                .With("council", given.GetValue(council))
                .With("status", given.GetValue(status))
                .With("level", given.GetValue(level));
            var answer = await session.Service.GetAsync(path, session.Keys.ForReading, stop);
            session.Show(answer, shown =>
            {
                if (code is null)
                {
                    new TrendReport(session.Printer).Print(shown.Root);
                }
                else
                {
                    new MetricTrendReport(session.Printer).Print(shown.Root);
                }
            });
            return ExitCode.Good;
        });
        return command;
    }
}
