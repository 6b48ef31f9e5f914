using Benchmarking.Functions.Http;
using Benchmarking.Service.Tests.Conventions;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Functions.Tests.Conventions;

/// <summary>As every other house: a room knows only rooms that the README has before it.</summary>
public sealed class RoomTests
{
    [Fact]
    public void A_room_knows_only_rooms_before_it() =>
        Assert.Empty(Rooms.WrongReferences("functions", "Benchmarking.Functions.", typeof(InnerPipeline).Assembly));

    [Fact]
    public void Every_room_is_in_the_readme()
    {
        string[] assets = ["wwwroot", "bin", "obj"];
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "functions")).Select(folder => Path.GetFileName(folder))
            .Except(assets);
        Assert.Equal(folders.Order(StringComparer.Ordinal), Rooms.Listed("functions").Order(StringComparer.Ordinal));
    }
}
