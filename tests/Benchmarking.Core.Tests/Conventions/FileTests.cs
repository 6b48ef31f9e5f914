using System.Text.RegularExpressions;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>What holds for every file of the repository.</summary>
public sealed partial class FileTests
{
    private const int MostLines = 300;
    private const int LongestLine = 140;

    /// <summary>Written in two parts, so that this file does not hold what it forbids.</summary>
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

    private static readonly string[] Registries = ["nu" + "get.org", "npm" + "js.", "yarn" + "pkg.", "unp" + "kg.", "js" + "delivr."];

    private static readonly string[] Scripts = ["run.sh", "test.sh", ".ci/run"];

    [Fact]
    public void Source_files_are_short() =>
        Assert.All(TrackedFiles.Sources, file => Assert.True(file.Lines.Length <= MostLines, $"{file} has {file.Lines.Length} lines."));

    /// <summary>A line of a test may be longer where it holds a text that is.</summary>
    [Fact]
    public void Lines_of_source_can_be_read_without_scrolling() => Assert.Empty(TrackedFiles.Sources.SelectMany(LongLines));

    [Fact]
    public void Nothing_is_left_unfinished_in_the_code() => AssertFree(TrackedFiles.Sources, line =>
        Unfinished.Any(word => Regex.IsMatch(line, $@"\b{word}\b")));

    [Fact]
    public void Warnings_are_switched_off_in_code_only_with_a_reason() => AssertFree(TrackedFiles.Sources, line =>
        line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal));

    [Fact]
    public void No_text_names_a_place_on_somebodys_machine() =>
        AssertFree(TrackedFiles.Text, line => MachinePath().IsMatch(line));

    [Fact]
    public void No_text_names_a_package_registry() =>
        AssertFree(TrackedFiles.Text, line => Registries.Any(host => line.Contains(host, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Scripts_have_their_run_bit_and_say_what_runs_them()
    {
        Assert.All(Scripts, path => Assert.True(TrackedFiles.At(path).Runs, $"{path} has no run bit: git update-index --chmod=+x {path}"));
        Assert.All(TrackedFiles.Ending(".sh"),
            file => Assert.True(file.Runs, $"{file} has no run bit: git update-index --chmod=+x {file}"));
        Assert.All(
            TrackedFiles.All.Where(file => file.Runs),
            file => Assert.True(file.Lines[0] == "#!/usr/bin/env bash", $"{file} may be run, but does not say by what."));
    }

    private static IEnumerable<string> LongLines(TrackedFile file)
    {
        var (isTest, isText) = (file.Path.StartsWith("tests/", StringComparison.Ordinal), false);
        foreach (var (index, line) in file.Lines.Index())
        {
            var mayBeLong = isTest && (isText || line.Contains('"', StringComparison.Ordinal));
            isText ^= line.Split("\"\"\"").Length % 2 == 0;
            if (line.Length > LongestLine && !mayBeLong)
            {
                yield return $"{file}:{index + 1}: {line.Trim()}";
            }
        }
    }

    private static void AssertFree(IEnumerable<TrackedFile> files, Func<string, bool> isWrong)
    {
        var wrong = files.SelectMany(file => file.Lines.Select((line, i) => (Line: line, Place: $"{file}:{i + 1}")))
            .Where(line => isWrong(line.Line))
            .Select(line => $"{line.Place}: {line.Line.Trim()}");
        Assert.Empty(wrong);
    }

    /// <summary>An absolute path under a folder where only machines differ. Places every machine has, such as /dev/tcp, are no
    /// secret.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_.~}/\-])/(home|root|Users|work|tmp|mnt|opt|srv)/[A-Za-z0-9_.]|\b[A-Za-z]:\\(Users|Windows|src|work|dev)\b")]
    private static partial Regex MachinePath();
}
