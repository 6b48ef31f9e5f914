using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.Extensions.Azure;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>Makes the SDK's queue clients hide what they fetch for a minute, where the SDK hides it for ten and has no setting: so long
/// would the work of a process wait that was killed. Work that takes longer is fetched once more, which changes nothing.</summary>
internal sealed class QueueClientOptionsFactory(AzureComponentFactory inner) : AzureComponentFactory
{
    public static void Use(IServiceCollection services)
    {
        services.AddAzureClientsCore();
        var registered = services.Last(service => service.ServiceType == typeof(AzureComponentFactory));
        services.Remove(registered);
        services.AddSingleton<AzureComponentFactory>(provider => new QueueClientOptionsFactory((AzureComponentFactory)(
            registered.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!))));
    }

    public override TokenCredential CreateTokenCredential(IConfiguration configuration) => inner.CreateTokenCredential(configuration);

    public override object CreateClientOptions(Type optionsType, object? serviceVersion, IConfiguration configuration)
    {
        var options = inner.CreateClientOptions(optionsType, serviceVersion, configuration);
        (options as QueueClientOptions)?.AddPolicy(new HideForAMinute(), HttpPipelinePosition.PerCall);
        return options;
    }

    public override object CreateClient(Type clientType, IConfiguration configuration, TokenCredential credential, object clientOptions) =>
        inner.CreateClient(clientType, configuration, credential, clientOptions);

    private sealed class HideForAMinute : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            var address = message.Request.Uri;
            if (message.Request.Method == RequestMethod.Get && address.Path.EndsWith("/messages", StringComparison.Ordinal))
            {
                address.Query = address.Query.Replace("visibilitytimeout=600", "visibilitytimeout=60", StringComparison.Ordinal);
            }
        }
    }
}
