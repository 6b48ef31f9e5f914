using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class ShowOpportunities
{
    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var council = new Argument<string>("COUNCIL") { Description = "Its code, name or ONS code." };
        var year = new Option<string>("--year") { Description = "The financial year, such as 2012-13.", Required = true };
        var peers = new Option<string?>("--peers")
        {
            Description = "nearest:K (nearest:15 where none are named), all, region:…, class:…, custom:a,b",
        };
        var model = NearestModels.Option();
        var target = new Option<string?>("--target") { Description = "median or quartile." };
        var command = new Command("opportunities", "What it would be worth to a council to stand where its peers do.")
        {
            council, year, peers, model, target,
        };
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var path = new ServicePath("councils", given.GetRequiredValue(council), "opportunities")
                .With("year", given.GetRequiredValue(year))
                .With("peers", given.GetValue(peers))
                .With("model", given.GetValue(model))
                .With("target", given.GetValue(target));
            var answer = await session.Service.GetAsync(path, session.Keys.ForReading, stop);
            session.Show(answer, shown => new OpportunitiesReport(session.Printer).Print(shown.Root));
            return ExitCode.Good;
        });
        return command;
    }
}
