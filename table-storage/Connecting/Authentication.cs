using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Connecting;

/// <summary>One of the three ways to say who asks, as the pipeline step that does it.</summary>
internal sealed class Authentication
{
    private readonly Func<TableEndpoint, TableClientOptions, HttpPipelinePolicy> _policy;

    private Authentication(Func<TableEndpoint, TableClientOptions, HttpPipelinePolicy> policy) => _policy = policy;

    public static Authentication SharedKey(TableSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new((_, _) => new SharedKeyLitePolicy(credential));
    }

    public static Authentication Signature(AzureSasCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new((endpoint, _) =>
        {
            endpoint.RequireSafeTransport(loopbackWillDo: true);
            return new SignaturePolicy(credential);
        });
    }

    public static Authentication Bearer(TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new((endpoint, options) =>
        {
            endpoint.RequireSafeTransport(loopbackWillDo: false);
            return new BearerTokenAuthenticationPolicy(credential, $"{options.Audience ?? TableAudience.AzurePublicCloud}/.default");
        });
    }

    public HttpPipelinePolicy Policy(TableEndpoint endpoint, TableClientOptions options) => _policy(endpoint, options);
}
