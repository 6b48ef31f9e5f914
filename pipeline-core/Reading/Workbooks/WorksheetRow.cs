namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A row of a sheet: its number, whether it is hidden, and its cells up to the last with content.</summary>
internal sealed record WorksheetRow(int Line, bool IsHidden, string[] Texts, IReadOnlyList<CellFlaw> Flaws);
