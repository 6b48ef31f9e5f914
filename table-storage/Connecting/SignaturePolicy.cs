using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Connecting;

/// <summary>Adds a shared access signature to the query, once for all tries of a call.</summary>
internal sealed class SignaturePolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query.TrimStart('?');
        if (!query.Contains(signature, StringComparison.Ordinal))
        {
            message.Request.Uri.Query = query.Length == 0 ? signature : $"{query}&{signature}";
        }
    }
}
