using System.CommandLine;
using System.Text.RegularExpressions;
using Benchmarking.CommandLine.Files;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

/// <summary>Publishers' datasets: load files, check one, list what is held.</summary>
internal static partial class LoadDatasets
{
    private const int AtOnce = 2;

    private static readonly string Folder = Path.Combine("samples", "datasets");

    public static Command Create(CommonOptions common, ProcessEnvironment environment) =>
        new("datasets", "National statistics that come as one file for all councils.")
        {
            Load(common, environment), Validate(common, environment), List(common, environment),
        };

    private static Command Load(CommonOptions common, ProcessEnvironment environment)
    {
        var paths = new Argument<string[]>("FILE|DIR")
        {
            Description = $"Files, or folders of them: {{dataset}}/{{year}}.csv or .xlsx; else the nearest {Folder}.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("load", "Load datasets and print what was found in each.") { paths };
        command.SetAction(async (given, stop) =>
        {
            var files = Find(given.GetValue(paths) ?? [], environment);
            using var session = common.Open(given, environment);
            var receipts = new ServiceAnswer?[files.Count];
            var sent = 0;
            await new ProgressDisplay(environment).RunAsync("loading datasets", files.Count, done => Parallel.ForAsync(
                0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (at, halt) =>
                {
                    var file = files[at];
                    receipts[at] = await session.Service.SendBytesAsync(
                        HttpMethod.Put, new ServicePath("datasets", file.Dataset, file.Year), file.Path, session.Keys.ForReading, halt);
                    done(Interlocked.Increment(ref sent));
                }));
            return Report(session, files, receipts);
        });
        return command;
    }

    private static Command Validate(CommonOptions common, ProcessEnvironment environment)
    {
        var path = new Argument<string>("FILE") { Description = "The file of one dataset and year." };
        var dataset = new Option<string?>("--dataset") { Description = "The dataset's code; else the folder that the file is in." };
        var year = new Option<string?>("--year") { Description = "The financial year; else the file's name." };
        var command = new Command("validate", "Check a dataset; nothing is stored.") { path, dataset, year };
        command.SetAction(async (given, stop) =>
        {
            var full = Path.GetFullPath(given.GetRequiredValue(path), environment.Directory);
            var code = given.GetValue(dataset) ?? Path.GetFileName(Path.GetDirectoryName(full)) ?? "";
            var file = new DatasetFile(full, code, given.GetValue(year) ?? Path.GetFileNameWithoutExtension(full));
            using var session = common.Open(given, environment);
            var receipt = await session.Service.SendBytesAsync(
                HttpMethod.Post, new ServicePath("datasets", file.Dataset, file.Year, "validation"), full, session.Keys.ForReading, stop);
            session.Show(receipt, shown => new FindingsList(session.Printer).Print(file.Name, shown.Root));
            return ReturnStatus.ExitCodeOf(receipt.Root);
        });
        return command;
    }

    private static Command List(CommonOptions common, ProcessEnvironment environment)
    {
        var command = new Command("list", "The datasets, and which years of each are held.");
        command.SetAction(async (given, stop) =>
        {
            using var session = common.Open(given, environment);
            var answer = await session.Service.GetAsync(new ServicePath("datasets"), session.Keys.ForReading, stop);
            session.Show(answer, shown => Print(session.Printer, shown));
            return ExitCode.Good;
        });
        return command;
    }

    private static void Print(Printer printer, ServiceAnswer answer)
    {
        var table = new TextTable(
            new TextColumn("dataset"), new TextColumn("title"), new TextColumn("publisher"), new TextColumn("years held"));
        foreach (var dataset in answer.Root.Items("datasets"))
        {
            string[] years = [.. dataset.Items("years").Select(year => year.GetString() ?? "")];
            table.Add(dataset.Text("code"), dataset.Text("title"), dataset.Text("publisher"),
                years.Length > 1 ? $"{years[0]} to {years[^1]}, {years.Length}" : string.Concat(years));
        }

        printer.Table(table);
    }

    private static List<DatasetFile> Find(string[] paths, ProcessEnvironment environment)
    {
        string?[] given = paths.Length > 0
            ? [.. paths.Select(path => Path.GetFullPath(path, environment.Directory))]
            : [NearestFile.Find(environment.Directory, Folder)];
        var files = given.OfType<string>()
            .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
            .Where(path => Year().IsMatch(Path.GetFileName(path)))
            .Select(path => new DatasetFile(path, Path.GetFileName(Path.GetDirectoryName(path)) ?? "",
                Path.GetFileNameWithoutExtension(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Count > 0
            ? files
            : throw CommandFailedException.Usage("There is no dataset to load: no {dataset}/{year}.csv or .xlsx.");
    }

    private static int Report(Session session, List<DatasetFile> files, ServiceAnswer?[] receipts)
    {
        var findings = new FindingsList(session.Printer);
        foreach (var (file, receipt) in files.Zip(receipts.OfType<ServiceAnswer>()))
        {
            if (session.WantsJson || ReturnStatus.ExitCodeOf(receipt.Root) != ExitCode.Good)
            {
                session.Show(receipt, shown => findings.Print(file.Name, shown.Root));
            }
        }

        if (!session.WantsJson)
        {
            var tally = ReturnStatus.Tally(receipts.OfType<ServiceAnswer>().Select(receipt => receipt.Root.Text("status")));
            session.Printer.Line($"Datasets: {tally}");
        }

        return receipts.OfType<ServiceAnswer>().Max(receipt => ReturnStatus.ExitCodeOf(receipt.Root));
    }

    [GeneratedRegex(@"^\d{4}-\d\d\.(csv|xlsx)$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private sealed record DatasetFile(string Path, string Dataset, string Year)
    {
        public string Name => $"{Dataset}/{Year}";
    }
}
