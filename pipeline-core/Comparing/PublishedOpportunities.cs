namespace Benchmarking.Core.Comparing;

/// <summary>What it would be worth to one council to stand at its peers' median or better quartile, metric by metric in the catalogue's
/// order. There is no total: <c>note</c> says why; <c>notOffered</c> says why a metric with a volume has none.</summary>
public sealed record PublishedOpportunities(
    string Council,
    string Name,
    string Year,
    string Status,
    PublishedPeerGroup PeerGroup,
    string Target,
    string Note,
    string RangeMeaning,
    IReadOnlyList<PublishedOpportunity> Opportunities,
    IReadOnlyList<PublishedNotOffered> NotOffered);

/// <summary>(<c>figure</c> − <c>target</c>) × <c>volume</c>, the other way round where higher is better; <c>value</c> and its range are
/// in <c>valueUnit</c> (<c>gbp</c> or <c>people</c>), rounded to <c>roundedTo</c>; <c>peers</c> have a figure.</summary>
public sealed record PublishedOpportunity(
    string Metric,
    string Label,
    string Unit,
    string Better,
    decimal Figure,
    PublishedRange FigureRange,
    decimal Target,
    PublishedRange TargetRange,
    int Peers,
    decimal Volume,
    string VolumeUnit,
    string VolumeBasis,
    decimal Value,
    string ValueUnit,
    PublishedRange Range,
    decimal RoundedTo,
    bool Reached,
    IReadOnlyList<string> Caveats);

public sealed record PublishedRange(decimal Lower, decimal Upper);

/// <summary><c>reason</c> is <c>figure-missing</c>, <c>figure-suppressed</c>, <c>volume-missing</c> or <c>too-few-peers</c>.</summary>
public sealed record PublishedNotOffered(string Metric, string Label, string Reason, string Message);
