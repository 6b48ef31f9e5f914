using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Datasets;

/// <summary>What checking makes of a dataset's file (<c>Path</c> is null where its name is no dataset's path). Figures of a file that is
/// not accepted reach no metric.</summary>
public sealed record CheckedDataset(
    DatasetPath? Path,
    ReturnStatus Status,
    int RowsRead,
    IReadOnlyList<DatasetFigure> Figures,
    IReadOnlyList<Finding> Findings,
    FindingCounts Counts)
{
    internal static CheckedDataset Refused(Finding finding) =>
        new(null, ReturnStatus.Rejected, 0, [], [finding], new FindingCounts(1, 0, 0));
}

/// <summary>A publisher's figure of one council, in the unit in which it is published: a value, with numerator and denominator where they
/// are published, or a <c>State</c> that says why there is none. <c>MarginOfError</c> is half the width of the published 95 % interval of a
/// survey measure, in the unit of the value; <c>Respondents</c> are those who answered.</summary>
public sealed record DatasetFigure(
    int Line,
    CouncilCode Council,
    DatasetMeasure Measure,
    ValueState State,
    FiledNumber? Numerator,
    FiledNumber? Denominator,
    FiledNumber? Value,
    decimal? Respondents,
    decimal? MarginOfError,
    string? Marker,
    string? Note);
