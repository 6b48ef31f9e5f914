using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Connecting;

/// <summary>
/// Shared Key Lite for tables: date, line feed, then <c>/account</c> and the path exactly as sent; of the query only <c>comp</c>.
/// An emulator's path begins with the account, so there the name is signed twice. Runs at each try, after the date is set.
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
/// </summary>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var headers = message.Request.Headers;
        headers.TryGetValue(ServiceHeadersPolicy.Date, out var date);
        var path = message.Request.Uri.ToUri().AbsolutePath;
        var signature = credential.Sign($"{date}\n/{credential.AccountName}{path}{Component(message.Request.Uri.Query)}");
        headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    private static string Component(string query)
    {
        var part = query.TrimStart('?').Split('&').FirstOrDefault(each => each.StartsWith("comp=", StringComparison.Ordinal));
        return part is null ? "" : "?" + part;
    }
}
