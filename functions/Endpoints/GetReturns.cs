using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.Endpoints;

/// <summary>Who has filed what: a year's list, and one return with its history.</summary>
internal static class GetReturns
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/returns", List).Door("Who has filed what in a year, and who has filed nothing.", "year");
        routes.MapGet(ReturnDoors.Route, One).Door("One return: the revision that serves, the newest upload, and all uploads.");
    }

    private static async Task<IResult> List(HttpContext context, Access access, FilingStore filings)
    {
        var query = new RequestQuery(context.Request);
        var year = query.RequiredYear("year");
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        var filed = await filings.Of(year, context.RequestAborted);
        var filers = filed.Select(filing => filing.Council).ToHashSet();
        string[] missing = [.. ReferenceData.Current.Councils.In(year).Select(council => council.Code).Where(code => !filers.Contains(code)).Select(code => code.Value).Order(StringComparer.Ordinal)];
        return new Answer(
            new { year, returns = filed, missing },
            new CsvTable(
                ["council", "year", "kind", "status", "revision", "receivedAt", "receipt"],
                filed.Select(f => (IReadOnlyList<object?>)[f.Council, f.Year, Codes.Of(f.Kind), Codes.Of(f.Status), f.Revision, f.ReceivedAt, f.Receipt])));
    }

    private static async Task<IResult> One(string council, string year, string kind, HttpContext context, Access access, ReturnLedger ledgers)
    {
        var (path, problem) = ReturnDoors.Address(council, year, kind);
        problem = await access.Check(context, Act.ReadFigures) ?? problem ?? new RequestQuery(context.Request).Problem;
        if (problem is not null)
        {
            return problem;
        }

        var partition = path!.Council.Value;
        var row = StorageKeys.LedgerRow(path);
        var entry = (await ledgers.Read(partition, context.RequestAborted)).Find(row);
        if (entry is null)
        {
            return Problem.NotFound("return-not-filed", "Nothing filed", $"{council} has filed no {Codes.Of(path.Kind)} return for {path.Year}.");
        }

        var history = await ledgers.History(partition, row, context.RequestAborted);
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
            revisions = history,
        });
    }
}
