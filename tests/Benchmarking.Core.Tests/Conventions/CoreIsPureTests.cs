using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>What the core is made of, looked up in the assembly that was built and not in what its files say of themselves.</summary>
public sealed class CoreIsPureTests
{
    private static readonly Assembly Core = typeof(ReturnPipeline).Assembly;

    /// <summary>The compiler asks for the thread in every iterator; no source of ours can.</summary>
    private const string MadeByTheCompiler = "System.Environment.get_CurrentManagedThreadId";

    [Fact]
    public void The_core_references_the_base_library_and_four_packages_and_neither_Azure_nor_the_web() =>
        Assert.All(Core.GetReferencedAssemblies(),
            reference => Assert.True(MayBeReferenced(reference.Name!), $"The core references {reference.Name}."));

    [Fact]
    public void No_compiled_call_of_the_core_reaches_files_the_clock_chance_or_the_environment()
    {
        var banned = BannedMembers();
        Assert.Contains("System.IO.File.", banned);
        Assert.Contains("System.DateTime.get_UtcNow", banned);
        Assert.DoesNotContain(CompiledCalls(), call => call != MadeByTheCompiler && banned.Any(ban => Bans(ban, call)));
    }

    [Fact]
    public void Public_types_are_sealed_static_or_abstract_records() =>
        Assert.All(
            Core.GetExportedTypes().Where(type => type.IsClass && !type.IsSealed),
            type => Assert.True(type.IsAbstract && IsRecord(type), $"{type} is open to be inherited from."));

    [Fact]
    public void Records_are_immutable()
    {
        var records = Core.GetTypes().Where(IsRecord).ToArray();
        Assert.True(records.Length > 50, "Records are no longer found by their members.");
        Assert.All(records, type =>
        {
            Assert.All(type.GetProperties(All), property => Assert.True(IsInitOnly(property), $"{type}.{property.Name} can be set."));
            Assert.All(type.GetFields(All), field => Assert.True(field.IsInitOnly, $"{type}.{field.Name} can be set."));
        });
    }

    [Fact]
    public void Public_records_hold_no_collection_that_can_be_changed() =>
        Assert.All(
            Core.GetExportedTypes().Where(IsRecord).SelectMany(type => type.GetProperties(All & ~BindingFlags.NonPublic)),
            property => Assert.False(CanBeChanged(property.PropertyType),
                $"{property.DeclaringType}.{property.Name} is a {property.PropertyType.Name}."));

    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static bool MayBeReferenced(string name) =>
        name is "CsvHelper" or "MathNet.Numerics" or "SpreadCheetah"
            or "Microsoft.ML.Core" or "Microsoft.ML.Data" or "Microsoft.ML.DataView" or "Microsoft.ML.StandardTrainers"
                or "Microsoft.ML.Transforms"
        || (name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Net", StringComparison.Ordinal));

    /// <summary>Every record, class or struct, has the method that its text is made of.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", All, [typeof(System.Text.StringBuilder)]) is not null;

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod is not { } setter || setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool CanBeChanged(Type type) =>
        type.IsArray
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>) || open == typeof(IList<>)
                || open == typeof(ICollection<>) || open == typeof(IDictionary<,>)));

    /// <summary>The two lists that the analyzer reads: a type is banned with all it has, a property by its getter.</summary>
    private static IReadOnlyList<string> BannedMembers() =>
    [
        .. new[] { "BannedSymbols.txt", "pipeline-core/BannedSymbols.txt" }
            .SelectMany(path => TrackedFiles.At(path).Lines)
            .Select(line => line.Split(';')[0])
            .Where(id => !id.Contains('(', StringComparison.Ordinal))
            .Select(id => id[0] switch
            {
                'T' => $"{id[2..]}.",
                'P' => id[2..].Insert(id.LastIndexOf('.') - 1, "get_"),
                _ => id[2..].Replace("#", ".", StringComparison.Ordinal),
            }),
    ];

    private static bool Bans(string ban, string call) => ban.EndsWith('.') ? call.StartsWith(ban, StringComparison.Ordinal) : call == ban;

    /// <summary>Every member of another assembly that the core's code names, such as <c>System.DateTime.get_UtcNow</c>.</summary>
    private static HashSet<string> CompiledCalls()
    {
        using var file = new PEReader(File.OpenRead(Core.Location));
        var metadata = file.GetMetadataReader();
        var calls = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: metadata.GetTypeReference((TypeReferenceHandle)member.Parent), Name: metadata.GetString(member.Name)))
            .Select(member => $"{metadata.GetString(member.Type.Namespace)}.{metadata.GetString(member.Type.Name)}.{member.Name}")
            .ToHashSet();
        Assert.Contains("System.String.Concat", calls);
        return calls;
    }
}
