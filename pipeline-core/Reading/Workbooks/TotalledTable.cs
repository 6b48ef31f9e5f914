namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>An Excel table whose last row adds up those above it.</summary>
internal sealed record TotalledTable(string Name, CellBlock Block);
