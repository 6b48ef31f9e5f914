using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Connecting;

/// <summary>Addresses below the service's. An apostrophe is doubled first and percent-encoded after.</summary>
internal static class TablePaths
{
    public const string Tables = "Tables";

    public const string Transaction = "$batch";

    public static string Table(string name) => $"Tables('{name}')";

    public static string Entity(string table, string partitionKey, string rowKey)
    {
        NameRules.CheckKey(partitionKey, SystemProperties.PartitionKey);
        NameRules.CheckKey(rowKey, SystemProperties.RowKey);
        return $"{table}(PartitionKey='{Literal(partitionKey)}',RowKey='{Literal(rowKey)}')";
    }

    public static string WithQuery(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = string.Join('&', parameters.Where(each => each.Value is not null).Select(Parameter));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string Parameter((string Name, string? Value) parameter) =>
        $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}";

    private static string Literal(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
