using Azure.Core;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarking.Service.Tests.Emulation;

/// <summary>The service's clients by themselves.</summary>
internal static class TestStorage
{
    public static StorageClients Of(string connection, Action<ClientOptions, string>? adjust = null) =>
        Of(new Dictionary<string, string?> { [StorageClients.Connection] = connection }, adjust);

    public static StorageClients Of(IEnumerable<KeyValuePair<string, string?>> settings, Action<ClientOptions, string>? adjust = null) =>
        new ServiceCollection().AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), adjust)
            .BuildServiceProvider().GetRequiredService<StorageClients>();
}
