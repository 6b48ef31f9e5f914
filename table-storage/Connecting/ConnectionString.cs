namespace Azure.Data.Tables.Connecting;

/// <summary>Reads https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string, as far as tables are meant.</summary>
internal sealed class ConnectionString
{
    private const string EmulatorAccount = "devstoreaccount1";

    // Published by the emulator and the same on every machine: no secret.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string EmulatorTables = "http://127.0.0.1:10002/" + EmulatorAccount;

    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);

    private ConnectionString(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, "connectionString");
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0 || !_settings.TryAdd(part[..cut].Trim(), part[(cut + 1)..].Trim()))
            {
                throw Unusable("a part is not Name=Value, or is there twice");
            }
        }
    }

    public static (TableEndpoint Endpoint, Authentication Authentication) Parse(string text) => new ConnectionString(text).Read();

    private (TableEndpoint Endpoint, Authentication Authentication) Read()
    {
        if (Setting("UseDevelopmentStorage") is { } use && bool.TryParse(use, out var local) && local)
        {
            return (new TableEndpoint(new Uri(EmulatorTables), EmulatorAccount),
                Authentication.SharedKey(new TableSharedKeyCredential(EmulatorAccount, EmulatorKey)));
        }

        var account = Setting("AccountName");
        var endpoint = new TableEndpoint(ServiceUri(account), account);
        if (Setting("SharedAccessSignature") is { } signature)
        {
            endpoint.RequireSafeTransport(loopbackWillDo: true);
            return (endpoint, Authentication.Signature(new AzureSasCredential(signature)));
        }

        if (account is not null && Setting("AccountKey") is { } key)
        {
            return (endpoint, Authentication.SharedKey(new TableSharedKeyCredential(account, key)));
        }

        throw Unusable("neither AccountName with AccountKey nor SharedAccessSignature is there");
    }

    private Uri ServiceUri(string? account)
    {
        if (Setting("TableEndpoint") is { } given)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var uri) ? uri : throw Unusable("TableEndpoint is not an address");
        }

        if (account is null)
        {
            throw Unusable("neither AccountName nor TableEndpoint is there");
        }

        var scheme = Setting("DefaultEndpointsProtocol") ?? Uri.UriSchemeHttps;
        var suffix = Setting("EndpointSuffix") ?? "core.windows.net";
        return new Uri($"{scheme}://{account}.table.{suffix}");
    }

    private string? Setting(string name) => _settings.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    // The text holds a key: no part of it goes into a message.
    private static ArgumentException Unusable(string reason) => new($"The connection string cannot be used: {reason}.");
}
