using System.Text.RegularExpressions;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>That the pages speak of what is there: rooms, decisions, addresses and other pages.</summary>
public sealed partial class PageTests
{
    private const string Decisions = "docs/decisions";
    private const string Core = "pipeline-core";

    private static readonly string[] Houses = [Core, "service", "local-host", "functions", "cli"];

    private static string[] RoomsInReadme { get; } =
        [.. TrackedFiles.At("README.md").Lines.Select(line => RoomRow().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_readme_lists_the_rooms_that_exist_and_no_others() =>
        Assert.Equal(
            TrackedFiles.Sources.Select(file => file.Path.Split('/')).Where(parts => parts.Length > 2 && Houses.Contains(parts[0]))
                .Select(parts => $"{parts[0]}/{parts[1]}").Distinct().Order(StringComparer.Ordinal),
            RoomsInReadme.Order(StringComparer.Ordinal));

    /// <summary>The order in which data walks is the order in which rooms know each other: nobody knows a room further on.</summary>
    [Fact]
    public void The_rooms_of_the_core_stand_in_the_order_in_which_data_walks()
    {
        string[] rooms = [.. RoomsInReadme.Where(room => room.StartsWith(Core, StringComparison.Ordinal)).Select(room => room[(Core.Length + 1)..])];
        Assert.NotEmpty(rooms);
        Assert.All(TrackedFiles.Sources.Where(file => file.Folder.StartsWith($"{Core}/", StringComparison.Ordinal)), file =>
        {
            var own = Array.IndexOf(rooms, file.Path.Split('/')[1]);
            Assert.All(CoreRoom().Matches(file.Text).Select(match => match.Groups[1].Value), known =>
                Assert.True(Array.IndexOf(rooms, known) <= own, $"{file} knows {known}, which the README has further on."));
        });
    }

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
        Assert.All(TrackedFiles.Text.SelectMany(file => DecisionNumber().Matches(file.Text).Select(match => (File: file, Number: match.Groups[1].Value))),
            spoken => Assert.True(numbers.Contains(spoken.Number), $"{spoken.File} speaks of decision {spoken.Number}, which there is not."));
    }

    [Fact]
    public void Links_between_pages_lead_somewhere() =>
        Assert.All(TrackedFiles.Ending(".md"), file => Assert.All(
            PageLink().Matches(file.Text).Select(match => match.Groups[1].Value),
            link => Assert.True(
                Path.Exists(Path.Combine(Path.GetDirectoryName(file.FullPath)!, link)), $"{file} links to {link}, which there is not.")));

    [Fact]
    public void Every_address_of_the_app_is_described_and_no_other() =>
        Assert.Equal(
            Routes.InCode().Distinct().Order(StringComparer.Ordinal),
            TrackedFiles.At("docs/http.md").Lines.Select(line => RouteHeading().Match(line)).Where(match => match.Success)
                .Select(match => match.Groups[1].Value.Replace("/api/v1", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\| `([a-z-]+/[A-Za-z]+)` \|")]
    private static partial Regex RoomRow();

    [GeneratedRegex(@"\bBenchmarking\.Core\.([A-Z][A-Za-z]+)\b(?!\()")]
    private static partial Regex CoreRoom();

    [GeneratedRegex("docs/decisions/([0-9]{4})")]
    private static partial Regex DecisionNumber();

    [GeneratedRegex(@"\]\(([^)#:\s]+)(#[^)]*)?\)")]
    private static partial Regex PageLink();

    [GeneratedRegex("^### `((GET|PUT|POST|DELETE|PATCH) /[^` ]*)`")]
    private static partial Regex RouteHeading();
}
