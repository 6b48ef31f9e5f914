using Azure;
using Azure.Data.Tables;
using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Limits;

/// <summary>An emulator takes most of these.</summary>
public sealed class RefusedTransactionTests
{
    private readonly ScriptedTransport _network = new();

    private static TableTransactionAction Upsert(string row, string part = "part") =>
        new(TableTransactionActionType.UpsertReplace, new TableEntity(part, row));

    private async Task<string> RefusedAsync(params IEnumerable<TableTransactionAction> actions)
    {
        var fault = await Assert.ThrowsAnyAsync<ArgumentException>(() => _network.Table.SubmitTransactionAsync(actions));
        Assert.Empty(_network.Sent);
        return fault.Message;
    }

    [Fact]
    public async Task No_action_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _network.Table.SubmitTransactionAsync([]));
        Assert.Empty(_network.Sent);
    }

    [Fact]
    public async Task Actions_on_two_partitions() =>
        Assert.Contains("Action 1", await RefusedAsync(Upsert("a"), Upsert("b", "other")), StringComparison.Ordinal);

    [Fact]
    public async Task A_hundred_and_one_actions() =>
        Assert.Contains("101", await RefusedAsync(Enumerable.Range(0, 101).Select(n => Upsert($"{n}"))), StringComparison.Ordinal);

    [Fact]
    public async Task Two_actions_on_one_entity()
    {
        var delete = new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("part", "a"));
        Assert.Contains("Action 2", await RefusedAsync(Upsert("a"), Upsert("b"), delete), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_differ_in_case_are_two_entities()
    {
        var network = new ScriptedTransport(new ScriptedResponse(500), new ScriptedResponse(500), new ScriptedResponse(500), new ScriptedResponse(500));
        await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.SubmitTransactionAsync([Upsert("a"), Upsert("A")]));
        Assert.NotEmpty(network.Sent);
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    public async Task An_update_without_an_ETag_since_the_service_would_take_it_for_an_upsert(TableTransactionActionType type) =>
        Assert.Contains("Action 1", await RefusedAsync(Upsert("a"), new(type, new TableEntity("part", "b"))), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_of_4_MiB()
    {
        static TableTransactionAction Large(int row) => new(
            TableTransactionActionType.UpsertReplace,
            new TableEntity("part", $"{row}") { ["A"] = new string('x', 32 * 1024), ["B"] = new string('x', 32 * 1024) });

        var network = new ScriptedTransport(new ScriptedResponse(400));
        await Assert.ThrowsAsync<RequestFailedException>(() => network.Table.SubmitTransactionAsync(Enumerable.Range(0, 63).Select(Large)));
        Assert.InRange(network.Only.Body.Length, 63 * 64 * 1024, (4 * 1024 * 1024) - 1);
        await RefusedAsync(Enumerable.Range(0, 64).Select(Large));
    }

    [Fact]
    public async Task A_fault_of_form_names_the_action() => Assert.StartsWith(
        "Action 1: ",
        await RefusedAsync(Upsert("a"), new(TableTransactionActionType.Add, new TableEntity("part", "b") { ["a-b"] = 1 })),
        StringComparison.Ordinal);
}
