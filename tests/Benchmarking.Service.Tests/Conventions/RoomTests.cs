using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Benchmarking.Core;
using Benchmarking.Service.Setup;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Conventions;

/// <summary>A room knows only rooms that the README has before it, in every house, by the references that were compiled.</summary>
public sealed partial class RoomTests
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
    public void A_room_knows_only_rooms_before_it(string house)
    {
        var ((root, assembly), rooms) = (Houses[house], RoomsOf(house));
        var types = new ArchLoader().LoadAssemblies(assembly).Build().Types.Where(type => RoomOf(type, root, rooms) >= 0).ToArray();
        Assert.True(types.Length > 5, $"The types of {house} are no longer found.");
        var wrong = from type in types
                    from dependency in type.Dependencies
                    where RoomOf(dependency.Target, root, rooms) > RoomOf(type, root, rooms)
                    select $"{type.FullName} knows {dependency.Target.FullName}";
        Assert.Empty(wrong.Distinct());
    }

    private static string[] RoomsOf(string house) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Select(line => RoomRow().Match(line)).Where(match => match.Success && match.Groups["house"].Value == house)
            .Select(match => match.Groups["room"].Value),
    ];

    /// <summary>The place of a type's room in the README; -1 for types of the house itself and of other assemblies.</summary>
    private static int RoomOf(IType type, string root, string[] rooms) =>
        type.FullName.StartsWith(root, StringComparison.Ordinal) && type.FullName[root.Length..].Split('.') is [var room, _, ..]
            ? Array.IndexOf(rooms, room)
            : -1;

    [GeneratedRegex(@"^\| `(?<house>[a-z-]+)/(?<room>[A-Za-z]+)` \|")]
    private static partial Regex RoomRow();
}
