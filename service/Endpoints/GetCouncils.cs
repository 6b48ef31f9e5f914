using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The register of councils, and one council with what it has filed.</summary>
internal static class GetCouncils
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/councils", List).Door("The register of councils.", "region", "class", "q", "year");
        routes.MapGet("/councils/{council}", One).Door("One council, its neighbours and the returns held.", "year");
    }

    private static async Task<IResult> List(HttpContext context, Access access)
    {
        var query = new RequestQuery(context.Request);
        var register = ReferenceData.Current.Councils;
        var year = query.Year("year");
        var region = query.Text("region");
        var @class = query.Text("class");
        var problem = await access.Check(context, Act.ReadFigures) ?? query.Problem
            ?? Known("region", region, register.Regions.Select(r => r.Code)) ?? Known("class", @class, register.Classes.Select(c => c.Code));
        if (problem is not null)
        {
            return problem;
        }

        var words = Codes.Fold(query.Text("q"));
        Council[] found =
        [
            .. (year is { } y ? register.In(y) : register.All)
                .Where(c => region is null || c.Region == region)
                .Where(c => @class is null || c.Class == @class)
                .Where(c => Codes.Fold(c.Name).Contains(words, StringComparison.Ordinal) || Codes.Fold(c.Code.Value).Contains(words, StringComparison.Ordinal))
                .OrderBy(c => c.Code).ThenBy(c => c.ValidFrom),
        ];
        return new Answer(
            new { councils = found.Select(Entry) },
            new CsvTable(
                ["code", "gssCode", "name", "class", "region", "validFrom", "validTo"],
                found.Select(c => (IReadOnlyList<object?>)[c.Code, c.GssCode, c.Name, c.Class, c.Region, c.ValidFrom, c.ValidTo])));
    }

    private static async Task<IResult> One(string council, HttpContext context, Access access, ReturnLedger ledgers)
    {
        var query = new RequestQuery(context.Request);
        var year = query.Year("year");
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        var register = ReferenceData.Current.Councils;
        var entry = !CouncilCode.TryParse(council, out var code) ? null : year is { } y ? register.Find(code, y) : register.FindAny(code);
        if (entry is null)
        {
            var near = NearestWord.To(council, register.All.Select(c => c.Code.Value).Distinct());
            return Problem.NotFound("council-unknown", "Unknown council", $"There is no council '{council}'{(year is null ? "" : $" in {year}")}.", near is null ? null : [near]);
        }

        var ledger = await ledgers.Read(code.Value, context.RequestAborted);
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
            neighbours = Neighbours.Of(entry, year),
            returns = ledger.Entries.Select(e => new { path = e.Latest.Path, e.Latest.Status, e.Accepted?.Revision, e.Latest.ReceivedAt, e.Latest.Receipt }),
        });
    }

    private static object Entry(Council c) => new { c.Code, c.GssCode, c.Name, c.ShortName, c.Class, c.Region, c.RegionName, c.ValidFrom, c.ValidTo };

    private static Problem? Known(string name, string? value, IEnumerable<string> codes)
    {
        string[] all = [.. codes];
        return value is null || all.Contains(value) ? null : Problem.BadRequest($"{name}-unknown", $"Unknown {name}", $"'{value}' is not a {name}.", all);
    }
}
