using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>What the infrastructure makes in the data account is what the app opens there, no more and no less.</summary>
public sealed class StorageNamesTests
{
    private static readonly StorageClients Clients = TestStorage.Of("UseDevelopmentStorage=true");

    [Fact]
    public void Containers() => Same<BlobContainerClient>("containers", container => container.Name);

    [Fact]
    public void Queues() => Same<QueueClient>("queues", queue => queue.Name);

    [Fact]
    public void Tables() => Same<TableClient>("tables", table => table.Name);

    private static void Same<T>(string list, Func<T, string> name)
    {
        var opened = typeof(StorageClients).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(T))
            .Select(property => name((T)property.GetValue(Clients)!));
        Assert.Equal(opened.Order(StringComparer.Ordinal), BicepFile.Module("storage").List(list).Order(StringComparer.Ordinal));
    }
}
