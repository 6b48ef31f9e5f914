namespace Azure.Data.Tables;

/// <summary>The resource a bearer token is asked for; differs between clouds.</summary>
public readonly struct TableAudience(string value) : IEquatable<TableAudience>
{
    private readonly string? _value = value ?? throw new ArgumentNullException(nameof(value));

    public static TableAudience AzurePublicCloud { get; } = new("https://storage.azure.com");

    public static TableAudience AzureGovernment { get; } = new("https://storage.azure.us");

    public static TableAudience AzureChina { get; } = new("https://storage.azure.cn");

    public static implicit operator TableAudience(string value) => new(value);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public bool Equals(TableAudience other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is TableAudience other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The default value stands for the public cloud.</summary>
    public override string ToString() => _value ?? "https://storage.azure.com";
}
