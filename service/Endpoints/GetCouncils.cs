using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Which councils of the register are asked for: <c>Q</c> is a part of the name or code, another name or an ONS code.</summary>
internal sealed record RegisterQuery(string? Region, string? Class, string? Q, FinancialYear? Year) : IJointParameters
{
    public Problem? Fault => Known("region", Region, ReferenceData.Current.Councils.Regions.Select(region => region.Code))
        ?? Known("class", Class, ReferenceData.Current.Councils.Classes.Select(known => known.Code));

    private static Problem? Known(string name, string? value, IEnumerable<string> codes)
    {
        string[] all = [.. codes];
        return value is null || all.Contains(value)
            ? null
            : Problem.BadRequest($"{name}-unknown", $"Unknown {name}", $"'{value}' is not a {name}.", all);
    }
}

/// <summary>A council by its code, a name or an ONS code, as it was in a year where one is given.</summary>
internal sealed record CouncilAddress(string Council, FinancialYear? Year) : IJointParameters
{
    public Problem? Fault => Find() is null ? GetCouncils.Unknown(Council, Year) : null;

    public Council Entry => Find()!;

    // An ONS code means the very council that has it, not one to which its code has passed.
    private Council? Find() => !CouncilName.TryParse(Council, null, out var name) ? null
        : Year is { } year ? ReferenceData.Current.Councils.Find(name.Code, year)
        : ReferenceData.Current.Councils.FindGss(Council) ?? ReferenceData.Current.Councils.FindAny(name.Code);
}

/// <summary>The register of councils, and one council with what it has filed.</summary>
internal static class GetCouncils
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/councils", List).WithSummary("The register of councils.").Requires(Act.ReadFigures).AnswersInTables();
        routes.MapGet("/councils/{council}", One).WithSummary("One council, its neighbours and the returns held.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json);
    }

    public static Problem Unknown(string council, FinancialYear? year)
    {
        var register = ReferenceData.Current.Councils;
        var known = register.Identify(council);
        var near = known?.Value ?? NearestWord.To(council, register.All.Select(entry => entry.Code.Value).Distinct());
        var when = year is { } asOf && known is { } code ? Succession.Of([code], null, asOf, asOf, register).InWords() : "";
        return Problem.NotFound(
            "council-unknown", "Unknown council", $"There is no council '{council}'{(year is { } y ? $" in {y}" : "")}. {when}".TrimEnd(),
                near is null ? null : [near]);
    }

    private static Answer List([AsParameters] RegisterQuery query)
    {
        var register = ReferenceData.Current.Councils;
        Council[] found =
        [
            .. (query.Year is { } year ? register.In(year) : register.All)
                .Where(c => query.Region is null || c.Region == query.Region)
                .Where(c => query.Class is null || c.Class == query.Class)
                .Where(c => string.IsNullOrWhiteSpace(query.Q) || register.IsMeant(c, query.Q))
                .OrderBy(c => c.Code).ThenBy(c => c.ValidFrom),
        ];
        return new Answer(
            new { councils = found.Select(Entry) },
            new CsvTable(
                ["code", "gssCode", "name", "class", "region", "validFrom", "validTo", "endedIn", "succeededBy"],
                found.Select(c => (IReadOnlyList<object?>)[c.Code, c.GssCode, c.Name, c.Class, c.Region, c.ValidFrom, c.ValidTo,
                    c.ValidTo, string.Join(' ', c.SucceededBy)])));
    }

    private static async Task<IResult> One([AsParameters] CouncilAddress address, ReturnLedger ledgers, HttpContext context)
    {
        var entry = address.Entry;
        var ledger = await ledgers.Read(entry.Code.Value, context.RequestAborted);
        return new Answer(new
        {
            entry.Code,
            entry.GssCode,
            entry.Name,
            entry.ShortName,
            entry.Class,
            entry.Region,
            entry.RegionName,
            entry.ValidFrom,
            entry.ValidTo,
            EndedIn = entry.ValidTo,
            entry.SucceededBy,
            Follows = ReferenceData.Current.Councils.PredecessorsOf(entry).Select(before => before.Code),
            neighbours = Neighbours.Of(entry, address.Year),
            returns = ledger.Entries.Select(e =>
                new { path = e.Latest.Path, e.Latest.Status, e.Accepted?.Revision, e.Latest.ReceivedAt, e.Latest.Receipt }),
        });
    }

    private static object Entry(Council c) => new { c.Code, c.GssCode, c.Name, c.ShortName, c.Class, c.Region, c.RegionName, c.ValidFrom,
        c.ValidTo, EndedIn = c.ValidTo, c.SucceededBy };
}
