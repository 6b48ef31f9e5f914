using System.CommandLine;
using Benchmarking.CommandLine.Files;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Storage;

namespace Benchmarking.CommandLine.Commands;

internal static class LoadSamples
{
    private static readonly string Folder = Path.Combine("samples", "returns");
    private static readonly string[] PathParts = ["{council}", "{year}", "{kind}.csv or .xlsx"];

    public static Command Create(CommonOptions common, ProcessEnvironment environment)
    {
        var folder = new Option<string?>("--dir") { Description = $"The returns to load; else the nearest {Folder}." };
        var storage = new Option<string?>("--storage")
        {
            Description = $"The storage account's connection string; else {ReturnsContainer.Variable}, "
                + $"else {ReturnsContainer.Usual}.",
        };
        var minutes = new Option<int>("--minutes")
        {
            Description = "How long to wait for the receipts.",
            DefaultValueFactory = _ => 10,
        };
        var load = new Command("load", "Put returns into the container as councils do, and wait for receipts.")
        {
            folder, storage, minutes,
        };
        load.SetAction(async (given, stop) =>
        {
            var files = Find(given.GetValue(folder), environment);
            var container = ReturnsContainer.Open(given.GetValue(storage), environment);
            using var session = common.Open(given, environment);
            var limit = TimeSpan.FromMinutes(given.GetValue(minutes));
            return await LoadAsync(files, container, session, limit, environment, stop);
        });
        return new Command("samples", "The sample returns that come with the product.") { load };
    }

    private static IReadOnlyList<ReturnFile> Find(string? folder, ProcessEnvironment environment)
    {
        var found = folder is null
            ? NearestFile.Find(environment.Directory, Folder)
            : Path.GetFullPath(folder, environment.Directory);
        if (found is null || !Directory.Exists(found))
        {
            throw CommandFailedException.Usage($"There is no folder {found ?? Folder}. Name one with --dir.");
        }

        var files = ReturnFiles.Under([found], environment.Directory);
        foreach (var passedOver in files.PassedOver)
        {
            environment.Error.WriteLine($"passed over {PlainText.Of(passedOver)}");
        }

        return files.Returns.Count > 0
            ? files.Returns
            : throw CommandFailedException.Usage($"{found} holds no return: {string.Join('/', PathParts)}.");
    }

    private static async Task<int> LoadAsync(
        IReadOnlyList<ReturnFile> files,
        ReturnsContainer container,
        Session session,
        TimeSpan limit,
        ProcessEnvironment environment,
        CancellationToken stop)
    {
        var watch = new ReceiptWatch(session.Service, session.Keys, environment.Clock);
        var awaited = await watch.ExpectAsync(files, stop);
        var display = new ProgressDisplay(environment);
        var missing = awaited.Where(upload => !upload.HasReceipt).ToArray();
        await display.RunAsync("uploading", missing.Length, done => container.UploadAsync(missing, done, stop));
        await display.RunAsync("checking", missing.Length, done => watch.WaitAsync(missing, done, limit, stop));
        if (session.WantsJson)
        {
            watch.Answers.ForEach(answer => session.Printer.Json(answer.Text));
        }
        else
        {
            Print(session.Printer, awaited, awaited.Count - missing.Length);
        }

        return awaited.All(upload => upload.Status == ReturnStatus.Accepted) ? ExitCode.Good : ExitCode.Blocked;
    }

    private static void Print(Printer printer, IReadOnlyList<Upload> uploads, int there)
    {
        var stopped = uploads.Where(upload => upload.Status != ReturnStatus.Accepted).ToArray();
        if (stopped.Length > 0)
        {
            var table = new TextTable(new TextColumn("return"), new TextColumn("status"), new TextColumn("receipt"));
            foreach (var upload in stopped)
            {
                table.Add(upload.File.Address.BlobName, upload.Status, upload.Receipt);
            }

            printer.Table(table);
        }

        var held = uploads.Count(upload => upload.Status == ReturnStatus.NeedsExplanation);
        var rejected = uploads.Count(upload => upload.Status == ReturnStatus.Rejected);
        printer.Line(
            $"Returns: {uploads.Count - stopped.Length} accepted, {held} held, {rejected} rejected"
            + (there > 0 ? $" ({there} were there before)" : string.Empty));
    }
}
