using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Conventions;

/// <summary>The rooms of a house as the README lists them, and the references between them as they were compiled.</summary>
internal static partial class Rooms
{
    /// <summary>What knows a room that the README has after its own.</summary>
    public static IReadOnlyList<string> WrongReferences(string house, string root, System.Reflection.Assembly assembly)
    {
        string[] rooms = [.. Listed(house)];
        var types = new ArchLoader().LoadAssemblies(assembly).Build().Types.Where(type => Place(type, root, rooms) >= 0).ToArray();
        Assert.True(types.Length > 5, $"The types of {house} are no longer found.");
        return
        [
            .. (from type in types
                from dependency in type.Dependencies
                where Place(dependency.Target, root, rooms) > Place(type, root, rooms)
                select $"{type.FullName} knows {dependency.Target.FullName}").Distinct(),
        ];
    }

    public static IEnumerable<string> Listed(string house) => File.ReadLines(Path.Combine(Repository.Root, "README.md"))
        .Select(line => Row().Match(line)).Where(match => match.Success && match.Groups["house"].Value == house)
        .Select(match => match.Groups["room"].Value);

    /// <summary>The place of a type's room in the README; -1 for types of the house itself and of other assemblies.</summary>
    private static int Place(IType type, string root, string[] rooms) =>
        type.FullName.StartsWith(root, StringComparison.Ordinal) && type.FullName[root.Length..].Split('.') is [var room, _, ..]
            ? Array.IndexOf(rooms, room)
            : -1;

    [GeneratedRegex(@"^\| `(?<house>[a-z-]+)/(?<room>[A-Za-z]+)` \|")]
    private static partial Regex Row();
}
