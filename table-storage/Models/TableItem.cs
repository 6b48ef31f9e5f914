namespace Azure.Data.Tables.Models;

public sealed class TableItem(string name)
{
    public string Name { get; } = name;
}
