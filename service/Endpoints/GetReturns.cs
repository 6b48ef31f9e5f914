using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>Who has filed what: a year's list with deadlines and what joint returns cover, and one return with its history.</summary>
internal sealed class GetReturns(ReturnLedger ledgers, FilingStore filings, IOptions<BenchmarkingOptions> options)
{
    private static readonly string[] Columns =
        ["council", "year", "kind", "status", "revision", "receivedAt", "receipt", "deadline", "filedAt", "timeliness", "signedOffBy"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
                "/returns",
                (FinancialYear year, GetReturns endpoint, HttpContext context) => endpoint.List(year, context))
            .WithSummary("Who has filed what in a year, and who has filed nothing.")
            .Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet(
                ReturnAddress.Route,
                ([AsParameters] ReturnAddress address, GetReturns endpoint, HttpContext context) => endpoint.One(address, context))
            .WithSummary("One return: the revision that serves, the newest upload, and all uploads.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json);
    }

    private async Task<IResult> List(FinancialYear year, HttpContext context)
    {
        var report = await Report(year, context);
        var (missing, kinds, joint) = (report.Missing, report.Kinds, report.Joint);
        var covered = joint.SelectMany(coverage => coverage.CoveredJointly).ToHashSet();
        return new Answer(
            new
            {
                year,
                returns = report.Returns,
                missing,
                coveredJointly = missing.Where(covered.Contains),
                deadlines = kinds.ToDictionary(kind => Codes.Of(kind.Kind), kind => kind.Deadline),
                kinds,
                joint,
            },
            new CsvTable(
                Columns,
                report.Returns.Select(f => Row(f, kinds.First(kind => kind.Kind == f.Kind).Deadline))
                    .Concat(kinds.SelectMany(kind => Absent(kind, year, "covered-jointly", kind.CoveredJointly)
                        .Concat(Absent(kind, year, "not-filed", kind.NotFiled))))));
    }

    private static IReadOnlyList<object?> Row(ListedReturn f, DateTimeOffset? deadline) =>
    [
        f.Council, f.Year, Codes.Of(f.Kind), Codes.Of(f.Status), f.Revision, f.ReceivedAt, f.Receipt, deadline, f.FiledAt, f.Timeliness,
        string.Join(", ", f.SignOffs.Select(signOff => signOff.Role)),
    ];

    private static IEnumerable<IReadOnlyList<object?>> Absent(KindReport kind, FinancialYear year, string status,
        IEnumerable<string> councils) =>
        councils.Select(council =>
            (IReadOnlyList<object?>)[council, year, Codes.Of(kind.Kind), status, null, null, null, kind.Deadline, null, null, null]);

    private async Task<FilingReport> Report(FinancialYear year, HttpContext context) => new(
        year, await filings.Of(year, context.RequestAborted), FilingDeadlines.Read(options.Value.FilingDeadlines)!,
        Caller.Of(context.User));

    private async Task<IResult> One(ReturnAddress address, HttpContext context)
    {
        var path = address.Path;
        var partition = path.Council.Value;
        var row = StorageKeys.LedgerRow(path);
        var entry = (await ledgers.Read(partition, context.RequestAborted)).Find(row);
        if (entry is null)
        {
            return address.NotFiled();
        }

        var history = await ledgers.History(partition, row, context.RequestAborted);
        var report = await Report(path.Year, context);
        var listed = report.Returns.FirstOrDefault(filed => filed.Council == path.Council && filed.Kind == path.Kind);
        return new Answer(new
        {
            council = path.Council,
            path.Year,
            path.Kind,
            entry.Latest.Status,
            entry.Accepted?.Revision,
            entry.Latest.ReceivedAt,
            entry.Latest.Receipt,
            latest = entry.Latest,
            accepted = entry.Accepted,
            entry.FiledAt,
            listed?.Timeliness,
            signOffs = FilingReport.Shown(entry.SignOffs, path, Caller.Of(context.User)),
            joint = report.Joint.FirstOrDefault(joint => joint.Kind == path.Kind
                && joint.CoveredJointly.Concat(joint.FiledAlone).Append(joint.Partnership).Contains(path.Council.Value)),
            revisions = history,
        })
        {
            Edition = entry.Latest.Receipt,
        };
    }
}
