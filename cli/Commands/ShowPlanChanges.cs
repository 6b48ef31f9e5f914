using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class ShowPlanChanges
{
    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var id = new Argument<string>("ID") { Description = "The later edition, such as tri-borough-2012." };
        var since = new Option<string>("--since")
        {
            Description = "The earlier edition, such as tri-borough-2011.",
            Required = true,
        };
        var command = new Command("changes", "What moved between two editions of a plan, by council, source and year.") { id, since };
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var path = new ServicePath("programmes", given.GetRequiredValue(id), "changes").With("since", given.GetRequiredValue(since));
            var answer = await session.Service.GetAsync(path, session.Keys.ForReading, stop);
            session.Show(answer, shown => new PlanChangesReport(session.Printer).Print(shown.Root));
            return ExitCode.Good;
        });
        return new Command("programmes", "Plans of savings and their editions.") { command };
    }
}
