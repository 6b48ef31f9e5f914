using Azure.Core;

namespace Azure.Data.Tables.Connecting;

/// <summary>A request before it has a host, a date and a signature; the same for a call of its own and for a part of a transaction.</summary>
internal sealed record TableRequest(RequestMethod Method, string Path)
{
    public const string Json = "application/json";

    public ReadOnlyMemory<byte>? Body { get; init; }

    public string ContentType { get; init; } = Json;

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Statuses that are no failure.</summary>
    public ushort[] Accepted { get; init; } = [200];
}
