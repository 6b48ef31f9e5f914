using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.Endpoints;

/// <summary>One metric, year and status over a peer group, with a council's place in it. A year without figures is an answer: all missing.</summary>
internal static class GetComparison
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/comparisons/{metric}", Handle)
        .Door("One metric and year over a peer group, with a council's place in it.", "year", "peers", "council", "status", "basis", PinnedSlices.Parameter);

    private static async Task<IResult> Handle(string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var year = query.RequiredYear("year");
        var status = query.Status("status");
        var council = query.Council("council");
        var real = query.OneOf("basis", "cash", "real") == "real";
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        if (ReferenceData.Current.Metrics.Find(metric) is not { } found)
        {
            return GetMetrics.Unknown(metric);
        }

        var (peers, wrongPeers) = GetPeerGroups.Find(query.Text("peers") ?? "all", year, council);
        var (terms, wrongTerms) = real && found.IsMoney ? RealTermsOf(year) : (null, null);
        var (slices, wrongPin) = await PinnedSlices.Open(query.Text(PinnedSlices.Parameter), reader, snapshots, context.RequestAborted);
        if ((wrongPeers ?? wrongTerms ?? wrongPin) is { } wrong)
        {
            return wrong;
        }

        var (slice, gone) = await slices!.Find(new SliceKey(found.Code, year, status), context.RequestAborted);
        if (gone is not null)
        {
            return gone;
        }

        var comparison = Publication.Publish(Comparer.Compare(found, year, status, slice?.Observations ?? [], peers!, terms));
        return new Answer(
            AnswerBody.With(comparison, slices.Versions, slices.Permalink(context.Request)), Table(comparison, slices.Versions));
    }

    private static (RealTerms? Terms, Problem? Problem) RealTermsOf(FinancialYear year)
    {
        var deflator = ReferenceData.Current.Deflator;
        return RealTerms.From(deflator, year) is { } terms
            ? (terms, null)
            : (null, Problem.BadRequest(
                "deflator-missing", "No deflator for the year", $"The GDP deflator series held here does not cover {year}.",
                [.. deflator.Years.Select(y => y.ToString())]));
    }

    private static CsvTable Table(PublishedComparison c, IReadOnlyList<UsedSlice> versions)
    {
        var version = versions.Count == 1 ? versions[0].Version : null;
        return new CsvTable(
            ["metric", "label", "unit", "polarity", "denominator", "year", "status", "basis", "peers", "council", "name", "value", "state", "band", "lower", "upper", "figureBasis", "receipts", "version"],
            c.Councils.Select(f => (IReadOnlyList<object?>)
            [
                c.Metric, c.Label, c.Unit, c.Polarity, c.Denominator, c.Year, c.Status, c.Basis, c.PeerGroup.Code,
                f.Council, f.Name, f.Value, f.State, f.Band, f.Lower, f.Upper, f.Basis, string.Join(' ', f.Sources.Select(s => s.Receipt)), version,
            ]));
    }
}
