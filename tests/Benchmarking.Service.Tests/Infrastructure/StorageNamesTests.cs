using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>What the infrastructure makes in the data account is what the app opens there, no more and no less.</summary>
public sealed class StorageNamesTests
{
    private static readonly StorageClients Clients = TestStorage.Of("UseDevelopmentStorage=true");

    [Fact]
    public void Containers() => Same(Opened<BlobContainerClient>(container => container.Name), "blobServices/containers");

    [Fact]
    public void Queues_and_those_where_the_host_puts_what_failed() => Same(
        [.. Opened<QueueClient>(queue => queue.Name), FunctionNames.SlicePoisonQueue, FunctionNames.RebuildPoisonQueue,
            FunctionNames.BlobPoisonQueue],
        "queueServices/queues");

    [Fact]
    public void Tables() => Same(Opened<TableClient>(table => table.Name), "tableServices/tables");

    private static IEnumerable<string> Opened<T>(Func<T, string> name) => typeof(StorageClients)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => name((T)property.GetValue(Clients)!));

    private static void Same(IEnumerable<string> opened, string type) => Assert.Equal(
        opened.Order(StringComparer.Ordinal),
        Deployment.Production.NamesIn("bmdata", $"Microsoft.Storage/storageAccounts/{type}").Order(StringComparer.Ordinal));
}
