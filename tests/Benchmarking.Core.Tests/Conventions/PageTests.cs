using System.Text.RegularExpressions;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>That the pages speak of what is there: rooms, decisions and other pages.</summary>
public sealed partial class PageTests
{
    private const string Decisions = "docs/decisions";

    private static readonly string[] Houses = ["pipeline-core", "service", "local-host", "functions", "cli"];

    private static string[] RoomsInReadme { get; } =
        [.. TrackedFiles.At("README.md").Lines.Select(line => RoomRow().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_readme_lists_the_rooms_that_exist_and_no_others() =>
        Assert.Equal(
            TrackedFiles.Sources.Select(file => file.Path.Split('/')).Where(parts => parts.Length > 2 && Houses.Contains(parts[0]))
                .Select(parts => $"{parts[0]}/{parts[1]}").Distinct().Order(StringComparer.Ordinal),
            RoomsInReadme.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_decision_says_how_it_is_enforced() =>
        Assert.All(
            TrackedFiles.All.Where(file => file.Folder == Decisions),
            file =>
            {
                Assert.Matches("^[0-9]{4}-[a-z0-9-]+\\.md$", file.Name);
                Assert.StartsWith($"# {file.Name[..4]} ", file.Text, StringComparison.Ordinal);
                Assert.Contains("\n## How this is enforced\n", file.Text, StringComparison.Ordinal);
            });

    [Fact]
    public void Decisions_have_one_number_each_and_those_spoken_of_exist()
    {
        var numbers = TrackedFiles.All.Where(file => file.Folder == Decisions).Select(file => file.Name[..4]).ToArray();
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.All(TrackedFiles.Text.SelectMany(file =>
            DecisionNumber().Matches(file.Text).Select(match => (File: file, Number: match.Groups[1].Value))),
            spoken => Assert.True(numbers.Contains(spoken.Number),
                $"{spoken.File} speaks of decision {spoken.Number}, which there is not."));
    }

    [Fact]
    public void Links_between_pages_lead_somewhere() =>
        Assert.All(TrackedFiles.Ending(".md"), file => Assert.All(
            PageLink().Matches(file.Text).Select(match => match.Groups[1].Value),
            link => Assert.True(
                Path.Exists(Path.Combine(Path.GetDirectoryName(file.FullPath)!, link)), $"{file} links to {link}, which there is not.")));

    [GeneratedRegex(@"^\| `([a-z-]+/[A-Za-z]+)` \|")]
    private static partial Regex RoomRow();

    [GeneratedRegex("docs/decisions/([0-9]{4})")]
    private static partial Regex DecisionNumber();

    [GeneratedRegex(@"\]\(([^)#:\s]+)(#[^)]*)?\)")]
    private static partial Regex PageLink();
}
