namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A cell as the sheet holds it: column from 0, the kind of its value (ECMA-376 part 1, 18.18.11), its formula without the sign of
/// equality, null where it has none, and its value, null where none is there.</summary>
internal readonly record struct StoredCell(int Column, string Kind, int Style, string? Formula, string? Value, RichText? Inline)
{
    public bool IsBlank => Formula is null && Inline is null && string.IsNullOrEmpty(Value);
}
