namespace Azure.Data.Tables.Connecting;

/// <summary>Where a service lives. An emulator's address ends with the account; Azure's begins with it.</summary>
internal sealed class TableEndpoint
{
    private readonly string _root;

    public TableEndpoint(Uri service, string? account = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (!string.IsNullOrEmpty(service.Query))
        {
            throw new ArgumentException("The endpoint has a query; give a signature as a credential.", nameof(service));
        }

        Service = service;
        _root = service.AbsoluteUri.TrimEnd('/');
        Account = account ?? (IsPathStyle(service) ? service.AbsolutePath.Trim('/') : service.Host.Split('.')[0]);
    }

    public Uri Service { get; }

    public string Account { get; }

    /// <summary>Cuts the table's name off an address such as <c>https://account.table.core.windows.net/name</c>.</summary>
    public static (Uri Service, string Table) SplitTable(Uri table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var path = table.AbsolutePath.TrimEnd('/');
        var cut = path.LastIndexOf('/');
        return (new UriBuilder(table) { Path = path[..(cut + 1)] }.Uri, path[(cut + 1)..]);
    }

    public Uri At(string relative) => new($"{_root}/{relative}");

    /// <summary>A bearer token or a signature in clear text is as good as lost; loopback is for emulators.</summary>
    public void RequireSafeTransport(bool loopbackWillDo)
    {
        if (Service.Scheme != Uri.UriSchemeHttps && !(loopbackWillDo && Service.IsLoopback))
        {
            throw new ArgumentException("This credential is only for https addresses.");
        }
    }

    private static bool IsPathStyle(Uri service) =>
        service.IsLoopback || service.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6;
}
