using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class CompareCouncils
{
    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var metric = new Argument<string>("METRIC") { Description = "Its code, such as savings-pct-net-budget." };
        var year = new Option<string>("--year")
        {
            Description = "The financial year, such as 2012-13.",
            Required = true,
        };
        var council = new Option<string?>("--council") { Description = "The council whose position is asked." };
        var peers = new Option<string?>("--peers")
        {
            Description = "all, region:…, class:…, nearest:K, list:…, programme:…, partnership:…, custom:a,b",
        };
        var model = NearestModels.Option();
        var status = new Option<string?>("--status") { Description = "actual, projected, target or identified." };
        var command = new Command("compare", "Where councils stand on one metric in one year.")
        {
            metric, year, council, peers, model, status,
        };
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var path = new ServicePath("comparisons", given.GetRequiredValue(metric))
                .With("year", given.GetRequiredValue(year))
                .With("peers", given.GetValue(peers))
                .With("model", given.GetValue(model))
                .With("council", given.GetValue(council))
                .With("status", given.GetValue(status));
            var answer = await session.Service.GetAsync(path, session.Keys.ForReading, stop);
            session.Show(answer, shown => new ComparisonReport(session.Printer).Print(shown.Root));
            return ExitCode.Good;
        });
        return command;
    }
}
