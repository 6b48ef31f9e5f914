using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Tests.Emulation;

/// <summary>Refuses every write that Azure would, which the emulator takes: long properties, rows, transactions and messages, forbidden
/// keys, times before 1601, numbers without a type; and every property that <see cref="StoredProperties"/> does not name or that is longer
/// than it says there.</summary>
internal sealed class AzureLimits(string service, bool declaredOnly = true) : HttpPipelinePolicy
{
    private const int MessageOverhead = 100;

    public static void Arm(ClientOptions options, string service) =>
        options.AddPolicy(new AzureLimits(service), HttpPipelinePosition.PerCall);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Check(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The app calls storage asynchronously.");

    private void Check(Request request)
    {
        if (request.Content is null || service == "blob")
        {
            return;
        }

        using var content = new MemoryStream();
        request.Content.WriteTo(content, CancellationToken.None);
        var body = Encoding.UTF8.GetString(content.ToArray());
        if (service == "queue")
        {
            Hold(content.Length <= TableLimits.MessageBytes + MessageOverhead, $"a message of {content.Length} bytes");
        }
        else if (request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal))
        {
            Hold(content.Length <= TableLimits.TransactionBytes, $"a transaction of {content.Length} bytes");
            Batch(body);
        }
        else if (!request.Uri.Path.EndsWith("/Tables", StringComparison.Ordinal))
        {
            Row(TableOf(request.Uri.Path), body);
        }
    }

    /// <summary>The rows of a multipart body: each on a line of its own, some lines below its address.</summary>
    private void Batch(string body)
    {
        var (address, rows, partitions) = ("", 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in body.Split("\r\n"))
        {
            if (line.EndsWith(" HTTP/1.1", StringComparison.Ordinal))
            {
                address = new Uri(line.Split(' ')[1]).AbsolutePath;
                rows++;
            }
            else if (line.StartsWith('{'))
            {
                partitions.Add(Row(TableOf(address), line));
            }
        }

        Hold(rows is > 0 and <= TableLimits.TransactionRows, $"a transaction of {rows} rows");
        Hold(partitions.Count <= 1, "a transaction over several partitions");
    }

    private string Row(string table, string json)
    {
        using var row = JsonDocument.Parse(json);
        var fields = row.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        var (partition, key) = (Key(fields["PartitionKey"]), Key(fields["RowKey"]));
        var bytes = 4 + 2 * (partition.Length + key.Length);
        var written = fields
            .Where(field =>
                !field.Key.Contains("odata.", StringComparison.Ordinal) && field.Key is not ("PartitionKey" or "RowKey" or "Timestamp"))
            .ToArray();
        foreach (var (name, value) in written)
        {
            var type = fields.TryGetValue($"{name}@odata.type", out var stated) ? stated.GetString() : null;
            bytes += 8 + 2 * name.Length + Property(table, name, type, value);
        }

        Hold(written.Length <= TableLimits.Properties, $"{table}: {written.Length} properties");
        Hold(bytes <= TableLimits.EntityBytes, $"{table}: a row of {bytes} bytes");
        return partition;
    }

    private int Property(string table, string name, string? type, JsonElement value)
    {
        var (kind, length) = (type, value.ValueKind) switch
        {
            ("Edm.Binary", _) => ("binary", value.GetBytesFromBase64().Length),
            ("Edm.DateTime", _) => ("time", 8),
            ("Edm.Guid", _) => ("guid", 16),
            ("Edm.Int64", _) => ("int64", 8),
            ("Edm.Double", _) => ("double", 8),
            (null, JsonValueKind.String) => ("text", value.GetString()!.Length),
            (null, JsonValueKind.True or JsonValueKind.False) => ("boolean", 1),
            (null, JsonValueKind.Number) when value.TryGetInt32(out var _) => ("int32", 4),
            _ => throw new InvalidOperationException($"{table}.{name}: {value} is of no type that Azure has."),
        };
        Hold(length <= (kind == "text" ? TableLimits.Characters : TableLimits.Bytes), $"{table}.{name}: {length} {kind}");
        Hold(kind != "time" || value.GetDateTimeOffset().Year >= 1601, $"{table}.{name}: {value}");
        if (declaredOnly)
        {
            var stated = StoredProperties.All.SingleOrDefault(
                property => property.Table == table && property.Name == Numbered(table, name));
            Hold(stated?.Type == kind && !(length > stated.Most), $"{table}.{name}: {length} {kind}, stated is {stated}");
        }

        return kind == "text" ? 2 * length + 4 : length + 4;
    }

    private static string Numbered(string table, string name) =>
        (table, name[..^1]) is ("Comparisons", "Part") or ("Saved", "Content") or ("Observations", "Figures")
            && char.IsAsciiDigit(name[^1]) ? $"{name[..^1]}*" : name;

    private static string Key(JsonElement value)
    {
        var key = value.GetString()!;
        var allowed = !key.Any(c => char.IsControl(c) || c is '/' or '\\' or '#' or '?');
        Hold(allowed && key.Length <= TableLimits.KeyCharacters, $"the key '{key}'");
        return key;
    }

    /// <summary>The table of <c>/account/Table(PartitionKey='…',RowKey='…')</c>.</summary>
    private static string TableOf(string path) => path.Split('/')[^1].Split('(')[0].Split('?')[0];

    private static void Hold(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"Azure would refuse, or nobody has stated: {what}."));
        }
    }
}
