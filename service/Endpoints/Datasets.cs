using Azure.Storage.Blobs.Models;
using Benchmarking.Core;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>Where a dataset of a year is found.</summary>
internal sealed record DatasetAddress(KnownDataset Dataset, FinancialYear Year)
{
    public const string Route = "/datasets/{dataset}/{year}";

    public DatasetPath Path => new(Dataset.Dataset.Code, Year, "csv");

    /// <summary>The path under which content of this kind is stored: an .xlsx begins with the signature of a ZIP archive.</summary>
    public DatasetPath Named(ReadOnlySpan<byte> content) =>
        Path with { Extension = content.StartsWith("PK\u0003\u0004"u8) ? "xlsx" : "csv" };

    public Problem NotLoaded() => Problem.NotFound(
        "dataset-not-loaded", "Nothing loaded", $"Nothing of {Dataset.Dataset.Code} was loaded for {Year}.");
}

/// <summary>Publishers' datasets: what is declared and held, one of them by year and edition; loading, checking and withdrawing
/// one.</summary>
internal sealed class Datasets(
    ReturnBody bodies, CheckLimiter checks, StorageClients storage, ReturnLedger ledgers, ReceiptStore receipts,
        DatasetEditions editions, IngestDataset ingest,
    WithdrawDataset withdraw, PublishedChange change, IOptions<BenchmarkingOptions> options, TimeProvider clock, ILogger<Datasets> log)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/datasets", (Datasets endpoint, CancellationToken cancellation) => endpoint.List(cancellation))
            .WithSummary("The datasets that can be loaded, and which years of each are held.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet(
                "/datasets/{dataset}",
                (KnownDataset dataset, Datasets endpoint, CancellationToken cancellation) => endpoint.One(dataset, cancellation))
            .WithSummary("One dataset: its measures, and its years by edition.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet(
                DatasetAddress.Route,
                ([AsParameters] DatasetAddress address, Datasets endpoint, CancellationToken cancellation) =>
                    endpoint.Year(address, cancellation))
            .WithSummary("One year of a dataset: the edition that serves with its counts, and all that was loaded.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json);
        routes.MapPut(
                DatasetAddress.Route,
                ([AsParameters] DatasetAddress address, Datasets endpoint, HttpContext context) => endpoint.Load(address, context))
            .WithSummary("Load a dataset of one year: its bytes are the body, the receipt is the answer.")
            .Requires(Act.LoadDataset).AnswersInJson().ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.MapPost(
                $"{DatasetAddress.Route}/validation",
                ([AsParameters] DatasetAddress address, Datasets endpoint, HttpContext context) => endpoint.Check(address, context))
            .WithSummary("Check a dataset; nothing is stored.")
            .Requires(Act.LoadDataset).AnswersInTables().ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.MapDelete(
                DatasetAddress.Route,
                ([AsParameters] DatasetAddress address, Datasets endpoint, HttpContext context) => endpoint.Withdraw(address, context))
            .WithSummary("Withdraw a dataset of one year; what councils filed serves again. The reason is in the header X-Reason.")
            .Requires(Act.LoadDataset).AnswersInJson();
    }

    private async Task<IResult> List(CancellationToken cancellation)
    {
        var all = await Task.WhenAll(ReferenceData.Current.Datasets.All.Select(async dataset =>
            (Dataset: dataset, Years: await Years(dataset, cancellation))));
        return new Answer(
            new { datasets = all.Select(held => Shown(held.Dataset, [.. held.Years.Where(IsHeld).Select(entry => YearOf(entry))])) },
            new CsvTable(
                ["dataset", "title", "publisher", "licence", "page", "cadence", "years"],
                all.Select(held => (IReadOnlyList<object?>)
                [
                    held.Dataset.Code, held.Dataset.Title, held.Dataset.Publisher, held.Dataset.Licence, held.Dataset.Page,
                    held.Dataset.Cadence, string.Join(' ', held.Years.Where(IsHeld).Select(YearOf)),
                ])));
    }

    private async Task<IResult> One(KnownDataset dataset, CancellationToken cancellation)
    {
        var declared = dataset.Dataset;
        var years = await Years(declared, cancellation);
        var body = AnswerBody.Part(Shown(declared, [.. years.Where(IsHeld).Select(YearOf)]))!.AsObject();
        body["measures"] = AnswerBody.Part(declared.Measures.Select(measure => new
        {
            measure.Code, measure.Measure, measure.Unit, ReferenceData.Current.Measures.Of(measure).Label,
        }));
        body["editions"] = AnswerBody.Part(years.Select(entry => Edition(declared, entry)));
        return new Answer(body, new CsvTable(
            ["dataset", "year", "edition", "status", "revision", "receivedAt", "receipt"],
            years.Select(entry => (IReadOnlyList<object?>)
            [
                declared.Code, YearOf(entry), EditionOf(declared, entry), Codes.Of(entry.Latest.Status), entry.Accepted?.Revision,
                entry.Latest.ReceivedAt, entry.Latest.Receipt,
            ])));
    }

    private async Task<IResult> Year(DatasetAddress address, CancellationToken cancellation)
    {
        var declared = address.Dataset.Dataset;
        var (partition, row) = (StorageKeys.DatasetPartition(declared.Code), StorageKeys.DatasetRow(address.Year));
        if (await ledgers.Find(partition, row, cancellation) is not { } entry)
        {
            return address.NotLoaded();
        }

        var serving = await editions.Serving(entry, cancellation);
        var receipt = await receipts.Get(entry.Accepted?.Receipt ?? entry.Latest.Receipt, cancellation);
        return new Answer(new
        {
            dataset = declared.Code,
            year = address.Year,
            edition = Edition(declared, address.Year),
            entry.Latest.Status,
            entry.Accepted?.Revision,
            entry.Latest.ReceivedAt,
            entry.Latest.Receipt,
            receipt.LoadedBy,
            measures = serving is null ? [] : Counts(serving),
            editions = await ledgers.History(partition, row, cancellation),
        });
    }

    private async Task<IResult> Load(DatasetAddress address, HttpContext context)
    {
        if (!(await bodies.Read(context.Request)).TryGet(out var body, out var problem))
        {
            return problem;
        }

        using var admission = checks.Admit(body.Length);
        if (admission is null)
        {
            return ReturnBody.Busy;
        }

        var blobName = address.Named(body).ToString();
        var caller = Caller.Of(context.User);
        Log.FiledByKey(log, caller.Role.ToString(), caller.Name, $"{DatasetPath.Container}/{blobName}");
        await storage.Datasets.GetBlobClient(blobName).UploadAsync(
            BinaryData.FromBytes(body), new BlobUploadOptions { Metadata = Beside(caller) }, context.RequestAborted);
        var loadedAt = clock.GetUtcNow();
        if (await ingest.Run(blobName, context.RequestAborted) is not { } ingested)
        {
            return Problem.Conflict("dataset-removed", "The dataset was removed", "Somebody removed the file meanwhile; load it again.");
        }

        if (ingested.Receipt.Sha256 != Receipt.Fingerprint(body))
        {
            return Problem.Conflict(
                "dataset-replaced", "The file was replaced",
                "Somebody loaded another file of this year before this one was taken in. Get the dataset, look at its newest upload, and "
                + "load the file again if it is still to serve.");
        }

        await change.Publish(ingested.Touched, loadedAt, context.RequestAborted);
        return new Answer(ingested.Receipt);
    }

    private async Task<IResult> Check(DatasetAddress address, HttpContext context)
    {
        if (!(await bodies.Read(context.Request)).TryGet(out var body, out var problem))
        {
            return problem;
        }

        using var admission = checks.Admit(body.Length);
        if (admission is null)
        {
            return ReturnBody.Busy;
        }

        var named = address.Named(body);
        var file = new FiledReturn(named.ToString(), Receipt.Fingerprint(body), body.Length, clock.GetUtcNow(), body);
        var entry = await ledgers.Find(IngestDataset.Partition(named), IngestDataset.Row(named, ""), context.RequestAborted);
        var serving = await editions.Serving(entry, context.RequestAborted);
        var result = DatasetPipeline.Check(file, named, options.Value.MaxReturnBytes, ReferenceData.Current, serving?.File,
            context.RequestAborted);
        var receipt = DatasetPipeline.Receipt(file, result, null, null, ReferenceData.Current);
        return new Answer(receipt, GetReceipt.Table(receipt));
    }

    private async Task<IResult> Withdraw(DatasetAddress address, HttpContext context)
    {
        if (!WithdrawalReason.Read(context.Request, "dataset").TryGet(out var reason, out var problem))
        {
            return problem;
        }

        var caller = Caller.Of(context.User);
        Log.WithdrawnByKey(log, caller.Role.ToString(), caller.Name, $"{DatasetPath.Container}/{address.Path}");
        if (await withdraw.Run(address.Path, reason, context.RequestAborted) is not { } withdrawn)
        {
            return address.NotLoaded();
        }

        await change.Publish(withdrawn.Touched, clock.GetUtcNow(), context.RequestAborted);
        return new Answer(withdrawn.Receipt);
    }

    /// <summary>In which role it is loaded (whose key it is stands in the log), and the trace of the request: the event that the blob
    /// raises is part of it too.</summary>
    private static Dictionary<string, string> Beside(Caller caller)
    {
        var beside = new Dictionary<string, string> { [ReturnUpload.ByField] = Codes.Of(caller.Role) };
        if (Traces.Current is { } trace)
        {
            beside[Traces.Field] = trace;
        }

        return beside;
    }

    private async Task<LedgerEntry[]> Years(DatasetDeclaration dataset, CancellationToken cancellation) =>
        [.. (await ledgers.Read(StorageKeys.DatasetPartition(dataset.Code), cancellation)).Entries
            .OrderBy(entry => entry.Row, StringComparer.Ordinal)];

    private static bool IsHeld(LedgerEntry entry) => entry.Accepted is not null;

    private static string YearOf(LedgerEntry entry) => entry.Row.Split('|')[0];

    private static string EditionOf(DatasetDeclaration dataset, LedgerEntry entry) =>
        Edition(dataset, FinancialYear.Parse(YearOf(entry)));

    private static string Edition(DatasetDeclaration dataset, FinancialYear year) =>
        dataset.Editions.GetValueOrDefault(year) ?? year.ToString();

    private static object Shown(DatasetDeclaration dataset, string[] years) => new
    {
        dataset.Code, dataset.Title, dataset.Publisher, dataset.Licence, dataset.Page, dataset.Cadence, years,
    };

    private static object Edition(DatasetDeclaration dataset, LedgerEntry entry) => new
    {
        year = YearOf(entry),
        edition = EditionOf(dataset, entry),
        entry.Latest.Status,
        entry.Accepted?.Revision,
        entry.Latest.ReceivedAt,
        entry.Latest.Receipt,
    };

    /// <summary>Of each measure how many councils have a figure, and how many none for which reason.</summary>
    private static IEnumerable<object> Counts(DatasetEdition edition) => edition.File.Figures.GroupBy(figure => figure.Measure.Code)
        .OrderBy(measure => measure.Key, StringComparer.Ordinal)
        .Select(measure => new
        {
            measure = measure.Key,
            councils = measure.Count(figure => figure.Value is not null),
            missing = measure.Count(figure => figure.Value is null && figure.State == ValueState.Missing),
            suppressed = measure.Count(figure => figure.State == ValueState.Suppressed),
            notApplicable = measure.Count(figure => figure.State == ValueState.NotApplicable),
        });
}
