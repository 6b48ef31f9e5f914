using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class ValidateReturn
{
    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var file = new Argument<string>("FILE") { Description = "The return; {council}/{year}/{kind}.csv or .xlsx." };
        var address = new AddressOptions();
        var command = new Command("validate", "Say what is wrong with a return; nothing is stored.") { file };
        address.AddTo(command);
        command.SetAction(async (given, stop) =>
        {
            var path = Path.GetFullPath(given.GetRequiredValue(file), environment.Directory);
            var checkedFile = address.File(path, given);
            using var session = common.Open(given, environment);
            var answer = await session.Service.SendFileAsync(
                HttpMethod.Post,
                ServicePath.OfReturn(checkedFile.Address, "validation"),
                checkedFile,
                session.Keys.ForCouncil(checkedFile.Address.Council),
                stop);
            session.Show(answer, shown =>
                new FindingsList(session.Printer).Print(given.GetRequiredValue(file), shown.Root));
            return ReturnStatus.ExitCodeOf(answer.Root);
        });
        return command;
    }
}
