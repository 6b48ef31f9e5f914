namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What a workbook may hold. Most are Excel's own bounds: a file beyond them was not written by it, is damaged, and might be read
/// for hours.</summary>
public sealed record WorkbookLimits
{
    /// <summary>Entries of the archive.</summary>
    public int MaxParts { get; init; } = 10_000;

    public int MaxSheets { get; init; } = 1_000;

    /// <summary>Columns of a sheet, of which fewer are read.</summary>
    public int MaxSheetColumns { get; init; } = 16_384;

    public int MaxSheetRows { get; init; } = 1_048_576;

    /// <summary>Cells of the sheet that is read, the empty ones with a format among them.</summary>
    public int MaxCellElements { get; init; } = 10_000_000;

    public int MaxMergedBlocks { get; init; } = 100_000;

    /// <summary>Texts that cells share.</summary>
    public int MaxSharedTexts { get; init; } = 2_000_000;

    /// <summary>Characters of all texts together, shared or not: twice as many bytes of memory.</summary>
    public long MaxTextCharacters { get; init; } = 64 * 1024 * 1024;

    /// <summary>Runs of one rich text: as many as a cell can have characters.</summary>
    public int MaxTextRuns { get; init; } = 32_767;

    /// <summary>Cell formats, and number formats, and fonts.</summary>
    public int MaxFormats { get; init; } = 65_536;

    /// <summary>Tables of a sheet, and blocks of rules.</summary>
    public int MaxTables { get; init; } = 1_000;

    /// <summary>Elements within each other.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Different names of elements and attributes in one part.</summary>
    public int MaxNames { get; init; } = 5_000;

    /// <summary>Attributes of one tag, and its length.</summary>
    public int MaxAttributes { get; init; } = 500;

    public int MaxTagBytes { get; init; } = 256 * 1024;

    /// <summary>One text between two tags.</summary>
    public int MaxTextBytes { get; init; } = 1024 * 1024;

    internal static void Require(bool isSound)
    {
        if (!isSound)
        {
            throw new InvalidDataException();
        }
    }
}
