using System.Text.Json;
using System.Xml.Linq;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>That the build law is wired and stands in one place. That its rules bite was seen by breaking each:
/// docs/decisions/0005-build-law.md.</summary>
public sealed class BuildLawTests
{
    private const string Root = "Directory.Build.props";
    private const string Versions = "Directory.Packages.props";

    private static IEnumerable<TrackedFile> Projects => TrackedFiles.Ending(".csproj");

    [Fact]
    public void Every_project_gets_the_analyzer_and_the_list_of_banned_symbols()
    {
        var law = Xml(Root);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", Includes(law, "PackageReference"));
        Assert.Contains("$(MSBuildThisFileDirectory)BannedSymbols.txt", Includes(law, "AdditionalFiles"));
    }

    [Fact]
    public void The_core_has_a_list_of_its_own_on_top() =>
        Assert.Contains("BannedSymbols.txt", Includes(Xml("pipeline-core/Benchmarking.Core.csproj"), "AdditionalFiles"));

    [Fact]
    public void Folders_between_a_project_and_the_root_pass_the_law_on() =>
        Assert.All(
            TrackedFiles.All.Where(file => file.Name == Root && file.Folder.Length > 0),
            file => Assert.Contains(Xml(file.Path).Descendants("Import"),
                import => import.Attribute("Project")!.Value.Contains(Root, StringComparison.Ordinal)));

    [Fact]
    public void No_project_sets_again_what_the_law_sets()
    {
        var set = Properties(Xml(Root)).ToHashSet();
        Assert.Contains("TreatWarningsAsErrors", set);
        Assert.All(
            Projects.Concat(TrackedFiles.Ending(".props")).Where(file => file.Path != Root),
            file => Assert.Empty(Properties(Xml(file.Path)).Intersect(set)));
    }

    [Fact]
    public void Package_versions_stand_in_one_file() =>
        Assert.All(
            Projects.Concat(TrackedFiles.Ending(".props")).Where(file => file.Path != Versions),
            file => Assert.All(Xml(file.Path).Descendants("PackageReference"), package =>
                Assert.True(package.Attribute("Version") is null && package.Attribute("VersionOverride") is null, $"{file}: {package}")));

    [Fact]
    public void Every_central_version_is_used()
    {
        // Some are not referenced but hold what a package brings with it at a version that can be had.
        var used = TrackedFiles.Ending("packages.lock.json")
            .SelectMany(file => JsonDocument.Parse(file.Text).RootElement.GetProperty("dependencies").EnumerateObject())
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() is "Direct" or "CentralTransitive")
            .Select(package => package.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(Includes(Xml(Versions), "PackageVersion"), package => Assert.True(used.Contains(package), package));
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_has_its_packages_locked()
    {
        var solution = TrackedFiles.At("Benchmarking.sln").Text.Replace('\\', '/');
        Assert.NotEmpty(Projects);
        Assert.All(Projects, project =>
        {
            Assert.Contains($"\"{project.Path}\"", solution, StringComparison.Ordinal);
            Assert.Contains(TrackedFiles.All, file => file.Path == $"{project.Folder}/packages.lock.json");
        });
    }

    private static XDocument Xml(string path) => XDocument.Parse(TrackedFiles.At(path).Text);

    private static IEnumerable<string> Includes(XDocument file, string item) =>
        file.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private static IEnumerable<string> Properties(XDocument file) =>
        file.Descendants("PropertyGroup").Elements().Select(element => element.Name.LocalName).Distinct();
}
