using Benchmarking.Core.Comparing;
using Benchmarking.Core.Comparing.Needs;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>One metric, year and status over a peer group, with a council's place in it. A year without figures is an answer: all missing.</summary>
internal static class GetComparison
{
    internal static readonly string[] Parameters = ["year", "peers", "council", "status", "basis", PinnedSlices.Parameter];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/comparisons/{metric}", Handle)
        .Door("One metric and year over a peer group, with a council's place in it.", [.. Parameters, "funnel"]);

    private static async Task<IResult> Handle(string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var limits = query.OneOf("funnel", "summary", "limits") == "limits";
        var (asked, problem) = await Read(metric, context, access, reader, snapshots);
        if ((problem ?? query.Problem) is { } wrong)
        {
            return wrong;
        }

        var compared = asked!.Compare(asked.Observations);
        var comparison = Publication.Publish(compared);
        var body = AnswerBody.With(comparison, asked.Slices.Versions, asked.Slices.Permalink(context.Request));
        body["funnel"] = Funnel.Of(compared) is { } funnel ? AnswerBody.Part(FunnelPublication.Publish(funnel, asked.Metric, limits)) : null;
        body["needAdjusted"] = asked.Metric.Drivers is null ? null : AnswerBody.Part(NeedAdjusted.Of(asked.OverAll(), ReferenceData.Current));
        return new Answer(body, Table(comparison, asked.Slices.Versions));
    }

    /// <summary>What is asked for, found; or the first problem with it.</summary>
    internal static async Task<(AskedComparison? Asked, Problem? Problem)> Read(
        string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var year = query.RequiredYear("year");
        var status = query.Status("status");
        var council = query.Council("council");
        var real = query.OneOf("basis", "cash", "real") == "real";
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return (null, problem);
        }

        if (ReferenceData.Current.Metrics.Find(metric) is not { } found)
        {
            return (null, GetMetrics.Unknown(metric));
        }

        var (peers, wrongPeers) = await AskedPeers.Find(context, year, council);
        var (terms, wrongTerms) = real && found.IsMoney ? RealTermsOf(year) : (null, null);
        var (slices, wrongPin) = await PinnedSlices.Open(context, reader, snapshots);
        if ((wrongPeers ?? wrongTerms ?? wrongPin) is { } wrong)
        {
            return (null, wrong);
        }

        var (slice, gone) = await slices!.Find(new SliceKey(found.Code, year, status), context.RequestAborted);
        return (new(found, year, status, council, peers!, terms, slices, slice?.Observations ?? []), gone);
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

    internal static CsvTable Table(PublishedComparison c, IReadOnlyList<UsedSlice> versions)
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

/// <summary>A comparison that was asked for, with all that it is made of.</summary>
internal sealed record AskedComparison(
    Metric Metric, FinancialYear Year, FigureStatus Status, CouncilCode? Council, PeerGroup Peers, RealTerms? Terms, PinnedSlices Slices,
    IReadOnlyList<Observation> Observations)
{
    public Comparison Compare(IReadOnlyList<Observation> observations) => Comparer.Compare(Metric, Year, Status, observations, Peers, Terms);

    /// <summary>The same over all councils of the year, whoever the peers are.</summary>
    public Comparison OverAll() => Comparer.Compare(Metric, Year, Status, Observations, GetPeerGroups.Find("all", Year, Council).Group!, Terms);
}
