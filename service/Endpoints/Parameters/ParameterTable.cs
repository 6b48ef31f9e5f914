using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>The table of parameter types: what each may hold, and the problem with a text that it cannot.</summary>
internal static class ParameterTable
{
    public static IReadOnlyList<ParameterType> All { get; } =
    [
        ParameterType.Of<FinancialYear>("a financial year such as 2012-13", (_, text) => UnreadableYear(text)),
        ParameterType.Of<CouncilName>("the code, name or ONS code of a council such as hackney", (_, text) =>
            Problem.BadRequest("council-unreadable", "Unreadable council",
                $"'{text}' is no council's code, such as hackney, name or ONS code.")),
        ParameterType.Of<KnownMetric>("the code of a metric; see /metrics", (_, text) => UnknownMetric(text)),
        ParameterType.Of<KnownDataset>("the code of a dataset; see /datasets", (_, text) => UnknownDataset(text)),
        ParameterType.Of<ReturnFileName>("a kind of return", (_, text) => UnknownKind(text), Codes.All<ReturnKind>()),
        ParameterType.Of<TemplateKind>("a kind of return", (_, text) => UnknownKind(text), Codes.All<ReturnKind>()),
        ParameterType.Of<PeerSpecification>("a peer group such as region:london", (_, text) => UnknownSavedGroup(text)),
        ParameterType.Of<KnownModel>("the version of a model of nearness", (_, text) => UnknownModel(text), KnownModel.Versions),
        ParameterType.Of<SnapshotPin>("a snapshot's id, or what a permalink holds", (_, _) =>
            Problem.NotFound("snapshot-unknown", "Unknown snapshot", "There is no snapshot of this id.")),
        ParameterType.Of<EarlierSnapshot>("the id of the snapshot to compare with; see /snapshots", (_, text) =>
            Problem.NotFound("snapshot-unknown", "Unknown snapshot", $"There is no snapshot '{text}'; see /snapshots.")),
        ParameterType.Of<SavedId>("an id such as north-plan", (_, _) => Problem.BadRequest(
            "id-unreadable", "Unreadable id",
            $"An id has 1 to {SavedId.Longest} lower-case letters, digits and hyphens between them, such as north-plan.")),
        ParameterType.Of<string>("a text",
            (name, text) => Problem.BadRequest($"{name}-unreadable", $"Unreadable {name}", $"'{text}' cannot be read.")),
        ParameterType.OneOf<FigureStatus>("status of figures"),
        ParameterType.OneOf<CategoryLevel>(),
        ParameterType.OneOf<PriceBasis>(),
        ParameterType.OneOf<ExportShape>(),
        ParameterType.OneOf<ProfileFilter>(),
        ParameterType.OneOf<FunnelDetail>(),
        ParameterType.OneOf<Origin>(),
        ParameterType.OneOf<OpportunityTarget>(),
        ParameterType.OneOf<Precision>(),
        ParameterType.Of<TargetValue>("a number in the metric's unit such as 12.5", (_, text) => Problem.BadRequest(
            "target-unreadable", "Unreadable target", $"'{text}' is not a number in the metric's unit such as 12.5.")),
    ];

    public static Problem UnknownSavedGroup(string text) => Problem.BadRequest(
        "peers-unknown-group", "Unknown peer group", $"There is no saved peer group '{text}'; see /peer-groups.");

    /// <summary>A year with a slash, percent-encoded in an address, is told how it is written there.</summary>
    private static Problem UnreadableYear(string text) => FinancialYear.TryParse(Uri.UnescapeDataString(text), out var meant)
        ? Problem.BadRequest("year-unreadable", "Unreadable financial year", $"'{text}' is written {meant} in an address.",
            [meant.ToString()])
        : Problem.BadRequest("year-unreadable", "Unreadable financial year", $"'{text}' is not a financial year such as 2012-13.");

    private static Problem UnknownMetric(string text)
    {
        string[] codes = [.. ReferenceData.Current.Metrics.All.Select(metric => metric.Code)];
        return Problem.NotFound(
            "metric-unknown", "Unknown metric", $"There is no metric '{text}'.", NearestWord.To(text, codes) is { } near ? [near] : codes);
    }

    private static Problem UnknownDataset(string text)
    {
        string[] codes = [.. ReferenceData.Current.Datasets.All.Select(dataset => dataset.Code)];
        return Problem.NotFound(
            "dataset-unknown", "Unknown dataset", $"There is no dataset '{text}'.",
            NearestWord.To(text, codes) is { } near ? [near] : codes);
    }

    private static Problem UnknownModel(string text) => Problem.BadRequest(
        "model-unknown", "Unknown model", $"There is no model of nearness '{text}'.",
        NearestWord.To(text, KnownModel.Versions) is { } near ? [near] : KnownModel.Versions);

    private static Problem UnknownKind(string text) =>
        Problem.NotFound("kind-unknown", "Unknown kind of return", $"'{text}' is not a kind of return.", Codes.All<ReturnKind>());
}
