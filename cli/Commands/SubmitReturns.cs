using System.CommandLine;
using Benchmarking.CommandLine.Files;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal static class SubmitReturns
{
    private const int AtOnce = 4;

    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var paths = new Argument<string[]>("FILE|DIR")
        {
            Description = "Returns, or folders of them: {council}/{year}/{kind}.csv or .xlsx.",
            Arity = ArgumentArity.OneOrMore,
        };
        var address = new AddressOptions();
        var command = new Command("submit", "File returns and print what was found in each.") { paths };
        address.AddTo(command);
        command.SetAction(async (given, stop) =>
        {
            var files = Find(given.GetRequiredValue(paths), address, given, environment);
            using var session = common.Open(given, environment);
            var outcomes = await SendAllAsync(session, files.Returns, environment, stop);
            return Report(session, files, outcomes, environment);
        });
        return command;
    }

    private static ReturnFiles Find(string[] paths, AddressOptions address, ParseResult given, ProcessEnvironment environment)
    {
        if (!address.AreGiven(given))
        {
            var found = ReturnFiles.Under(paths, environment.Directory);
            return found.Returns.Count > 0
                ? found
                : throw CommandFailedException.Usage(
                    "There is no return to submit: no {council}/{year}/{kind}.csv or .xlsx.");
        }

        return paths is [var only]
            ? new ReturnFiles([address.File(Path.GetFullPath(only, environment.Directory), given)], [])
            : throw CommandFailedException.Usage("--council, --year and --kind speak of one file.");
    }

    private static async Task<Outcome[]> SendAllAsync(
        Session session, IReadOnlyList<ReturnFile> files, ProcessEnvironment environment, CancellationToken stop)
    {
        var outcomes = new Outcome[files.Count];
        var sent = 0;
        await new ProgressDisplay(environment).RunAsync("submitting", files.Count, done => Parallel.ForAsync(
            0,
            files.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (at, halt) =>
            {
                outcomes[at] = await SendAsync(session, files[at], halt);
                done(Interlocked.Increment(ref sent));
            }));
        return outcomes;
    }

    // A refusal is about one file and the others go on; a service that is not there ends it all.
    private static async Task<Outcome> SendAsync(Session session, ReturnFile file, CancellationToken stop)
    {
        var path = ServicePath.OfReturn(file.Address);
        try
        {
            var key = session.Keys.ForCouncil(file.Address.Council);
            return new Outcome(await session.Service.SendFileAsync(HttpMethod.Put, path, file, key, stop), null);
        }
        catch (CommandFailedException refusal) when (refusal.ExitCode == ExitCode.Usage)
        {
            return new Outcome(null, refusal.Message);
        }
    }

    private static int Report(Session session, ReturnFiles files, Outcome[] outcomes, ProcessEnvironment environment)
    {
        var findings = new FindingsList(session.Printer);
        foreach (var (file, outcome) in files.Returns.Zip(outcomes))
        {
            if (outcome.Receipt is { } receipt)
            {
                session.Show(receipt, shown => findings.Print(file.Address.BlobName, shown.Root));
            }
            else
            {
                var lines = (outcome.Refusal ?? string.Empty).Split('\n').Select(PlainText.Of);
                environment.Error.WriteLine($"{file.Address.BlobName}: {string.Join("\n  ", lines)}");
            }
        }

        foreach (var passedOver in files.PassedOver)
        {
            environment.Error.WriteLine($"passed over {PlainText.Of(passedOver)}");
        }

        return Sum(session, outcomes);
    }

    private static int Sum(Session session, Outcome[] outcomes)
    {
        var receipts = outcomes.Select(outcome => outcome.Receipt).OfType<ServiceAnswer>().ToArray();
        var refused = outcomes.Length - receipts.Length;
        if (!session.WantsJson)
        {
            var tally = ReturnStatus.Tally(receipts.Select(receipt => receipt.Root.Text("status")));
            session.Printer.Line(refused == 0 ? $"Summary: {tally}" : $"Summary: {tally}, {refused} not taken");
        }

        return refused > 0
            ? ExitCode.Usage
            : receipts.Select(receipt => ReturnStatus.ExitCodeOf(receipt.Root)).Max();
    }

    private sealed record Outcome(ServiceAnswer? Receipt, string? Refusal);
}
