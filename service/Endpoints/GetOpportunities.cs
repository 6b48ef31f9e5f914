using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a council's opportunities: the peers are its nearest areas where none are named.</summary>
internal sealed record OpportunityQuery(
    string Council, FinancialYear Year, PeerSpecification? Peers, KnownModel? Model, Code<OpportunityTarget>? Target,
    SnapshotPin? Snapshot)
    : IJointParameters
{
    private static readonly PeerSpecification Nearest = new("nearest:15", null, null);

    public Problem? Fault => CouncilName.TryParse(Council, null, out _) ? null : GetCouncils.Unknown(Council, Year);

    public CouncilCode Code => CouncilName.Parse(Council, null).Code;

    public PeerSpecification Group => Peers ?? Nearest;
}

/// <summary>What it would be worth to a council to stand at its peers' median or better quartile, for each metric that has a
/// volume.</summary>
internal static class GetOpportunities
{
    private const string Offered = "offered";

    private static readonly string[] Columns =
    [
        "council", "year", "status", "peers", "metric", "label", "state", "unit", "better", "figure", "target", "targetValue",
        "targetLower", "targetUpper", "peersWithFigure", "volume", "volumeUnit", "volumeBasis", "value", "valueUnit", "lower", "upper",
        "roundedTo", "reached", "caveats",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/councils/{council}/opportunities", Handle)
        .WithSummary("What it would be worth to a council to stand at its peers' median or better quartile; never added up.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] OpportunityQuery query, FigureReader figures, HttpContext context)
    {
        Metric[] metrics = [.. ReferenceData.Current.Metrics.All.Where(metric => metric.Opportunity is not null)];
        SliceKey[] keys = [.. metrics.Select(metric => Key(metric.Code, query)), .. metrics.Select(metric => Volume(metric, query))];
        if (!(await figures.Peers(query.Group, query.Model, context.RequestAborted)).TryGet(out var requested, out var problem)
            || !requested.Find(query.Year, query.Code).TryGet(out var peers, out problem)
            || !(await figures.Open(query.Snapshot, context.User, context.RequestAborted)).TryGet(out var slices, out problem)
            || !(await slices.FindAll(keys, context.RequestAborted)).TryGet(out var found, out problem))
        {
            return problem;
        }

        var compared = metrics.Select((metric, i) =>
        {
            var comparison = Comparer.Compare(metric, query.Year, FigureStatus.Actual, found[i]?.Observations ?? [], peers);
            return (comparison, OpportunityVolume.Of(comparison, found[metrics.Length + i]?.Observations ?? [], ReferenceData.Current));
        });
        var published = OpportunityPublication.Publish([.. compared], query.Target.GetValueOrDefault().Value);
        return new Answer(
            AnswerBody.With(published, slices.Versions, slices.Permalink(context.Request, requested)), Table(published));
    }

    private static SliceKey Key(string metric, OpportunityQuery query) => new(metric, query.Year, FigureStatus.Actual);

    /// <summary>The slice of the declared volume, or of the figure itself where none is declared.</summary>
    private static SliceKey Volume(Metric metric, OpportunityQuery query) =>
        Key(metric.Opportunity!.Volume.Measure is { } measure ? MetricCatalogue.CodeOf(measure) : metric.Code, query);

    private static CsvTable Table(PublishedOpportunities o) => new(
        Columns,
        o.Opportunities.Select(each => (IReadOnlyList<object?>)
        [
            o.Council, o.Year, o.Status, o.PeerGroup.Code, each.Metric, each.Label, Offered, each.Unit, each.Better, each.Figure, o.Target,
            each.Target, each.TargetRange.Lower, each.TargetRange.Upper, each.Peers, each.Volume, each.VolumeUnit, each.VolumeBasis,
            each.Value, each.ValueUnit, each.Range.Lower, each.Range.Upper, each.RoundedTo, each.Reached,
            string.Join(' ', each.Caveats),
        ]).Concat(o.NotOffered.Select(each => (IReadOnlyList<object?>)
        [
            o.Council, o.Year, o.Status, o.PeerGroup.Code, each.Metric, each.Label, each.Reason, null, null, null, o.Target, null, null,
            null, null, null, null, null, null, null, null, null, null, null, each.Message,
        ])));
}
