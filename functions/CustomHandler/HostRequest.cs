namespace Benchmarking.Functions.CustomHandler;

/// <summary>Tells the host's own requests from those it forwards for callers. Both come over loopback and the door <c>Http</c> forwards
/// every path, so that without this anybody could fire a trigger by posting to its name.</summary>
internal static class HostRequest
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";

    /// <summary>Set by the front end, the proxy or the host's proxying on what comes from outside; a caller cannot take them away.</summary>
    private static readonly string[] ForwardedHeaders =
        ["X-Forwarded-", "Forwarded", "Via", "X-ARR-", "X-Original-", "X-AppService-", "X-WAWS-", "X-Client-", "CLIENT-IP", "DISGUISED-HOST", "WAS-DEFAULT-HOSTNAME", "x-ms-invocation-id"];

    /// <summary>The host asks whether the process answers: <c>GET /</c> outside any invocation.</summary>
    public static bool IsPing(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/" && !request.Headers.ContainsKey(InvocationId);

    /// <summary>The host fires a trigger: addressed to this machine, and nothing shows that it was passed on.</summary>
    public static bool IsInvocation(HttpRequest request) =>
        request.Host.Host is "127.0.0.1" or "localhost" && request.Headers.ContainsKey(InvocationId) && !request.Headers.Keys.Any(IsForwarded);

    private static bool IsForwarded(string header) =>
        Array.Exists(ForwardedHeaders, name => header.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
