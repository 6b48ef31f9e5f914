namespace Benchmarking.CommandLine.Output;

internal sealed record TextColumn(string Name, bool IsNumber = false);

/// <summary>
/// A table before it is known where it will be shown. A null cell holds nothing and is shown as a dash, never as 0.
/// </summary>
internal sealed class TextTable(params TextColumn[] columns)
{
    public const string Nothing = "–";
    private readonly List<IReadOnlyList<string>> rows = [];

    public IReadOnlyList<TextColumn> Columns => columns;

    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    public void Add(params string?[] cells) =>
        rows.Add([.. cells.Select(cell => cell is null ? Nothing : PlainText.Of(cell))]);
}
