using Benchmarking.Core.Reading.Workbooks;

namespace Benchmarking.Core.Reading;

/// <summary>How much of an upload is read. Each limit has its own finding; none ends in an exception.</summary>
public sealed record ReadingLimits
{
    /// <summary>Findings listed for one return; the rest are counted.</summary>
    public const int MostListed = 1_000;

    public static ReadingLimits Default { get; } = new();

    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Rows with content, the header among them.</summary>
    public int MaxRows { get; init; } = 200_000;

    public int MaxColumns { get; init; } = 100;

    /// <summary>Cells with content.</summary>
    public int MaxCells { get; init; } = 3_000_000;

    /// <summary>What an Excel cell can hold.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>All parts of a workbook together, unpacked and counted, not as the archive claims.</summary>
    public long MaxInflatedBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Unpacked to packed bytes, looked at from <see cref="RatioCountsFrom"/> on: small workbooks pack very well.</summary>
    public int MaxInflationRatio { get; init; } = 200;

    public long RatioCountsFrom { get; init; } = 16 * 1024 * 1024;

    public WorkbookLimits Workbook { get; init; } = new();
}
