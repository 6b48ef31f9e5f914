using Benchmarking.Core;
using Benchmarking.Service.Setup;

namespace Benchmarking.Service.Tests.Conventions;

/// <summary>A room knows only rooms that the README has before it, in every house, by the references that were compiled.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, (string Root, System.Reflection.Assembly Assembly)> Houses = new(StringComparer.Ordinal)
    {
        ["pipeline-core"] = ("Benchmarking.Core.", typeof(ReturnPipeline).Assembly),
        ["service"] = ("Benchmarking.Service.", typeof(ServiceSetup).Assembly),
        ["local-host"] = ("Benchmarking.LocalHost.", typeof(LocalHost.Setup.OneLineFormatter).Assembly),
        ["cli"] = ("Benchmarking.CommandLine.", typeof(global::Benchmarking.CommandLine.CouncilBench).Assembly),
    };

    public static TheoryData<string> Names => [.. Houses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_room_knows_only_rooms_before_it(string house) =>
        Assert.Empty(Rooms.WrongReferences(house, Houses[house].Root, Houses[house].Assembly));
}
