namespace Azure.Data.Tables.Limits;

internal static class PageRules
{
    public static void CheckPageSize(int? size, string name)
    {
        if (size is { } asked)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(asked, TableLimits.MaxPageSize, name);
        }
    }
}
