using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Benchmarking.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Setup;

/// <summary>What README.md shows as printed is what the sample returns give, and its file with faults has the findings shown.</summary>
public sealed partial class ReadmeTests
{
    private const string Omitted = "…";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    /// <summary>The figures are computed here by the core and printed by the command line's own reports: run.sh is not run.</summary>
    [Fact]
    public async Task What_run_sh_is_said_to_print_is_true()
    {
        var excerpt = Block("Returns:");
        string[] printed =
        [
            .. StepsOf(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "run.sh"), TestContext.Current.CancellationToken)),
            $"Returns: {SampleFigures.Count(ReturnStatus.Accepted)} accepted, {SampleFigures.Count(ReturnStatus.NeedsExplanation)} held, "
                + $"{SampleFigures.Count(ReturnStatus.Rejected)} rejected",
            .. Printed(printer => new ComparisonReport(printer).Print(Json(
                SampleFigures.Compare("savings-pct-net-budget", "2012-13", "programme:asce-2012", "tameside")))),
            .. Printed(printer =>
                new TrendReport(printer).Print(Json(SampleFigures.Trend("partnership:tri-borough", FigureStatus.Projected)))),
            "The service is up: http://127.0.0.1:7071",
        ];

        AssertInOrder(excerpt, printed);
    }

    [Theory]
    [InlineData("^Returns: ")]
    [InlineData("^councils 19 ")]
    [InlineData("^mean ")]
    [InlineData("^median ")]
    [InlineData("^mode ")]
    [InlineData("^highest 11.3$")]
    [InlineData("^2011-12 projected total ")]
    [InlineData("^2012-13 projected total ")]
    [InlineData("^2013-14 projected total ")]
    [InlineData("^2014-15 projected total ")]
    public void What_run_sh_is_said_to_print_has_the_figures_that_matter(string line) =>
        Assert.Single(Block("Returns:"), printed => Regex.IsMatch(printed, line));

    [Fact]
    public void The_file_with_faults_has_the_findings_shown()
    {
        var file = string.Join('\n', Block("financial_year,")) + "\n";
        var receipt = SampleFigures.Check("hackney/2012-13/savings.csv", Encoding.UTF8.GetBytes(file));
        var printed = Printed(printer => new FindingsList(printer).Print("hackney/2012-13/savings.csv", Json(receipt)));

        Assert.Equal(receipt.FindingsTotal, receipt.Counts.Error);
        Assert.Equal(printed, Block("rejected,"));
    }

    /// <summary>The lines of the first code block in which a line holds the words.</summary>
    private static string[] Block(string words) =>
        Fence().Matches(Readme).Select(match => match.Groups[1].Value.TrimEnd('\n').Split('\n').Select(Squeezed).ToArray())
            .First(lines => lines.Any(line => line.Contains(words, StringComparison.Ordinal)));

    private static string[] Printed(Action<Printer> print)
    {
        using var output = new StringWriter();
        print(new Printer(new ProcessEnvironment { Output = output, Error = output, Directory = Repository.Root, Variable = _ => null }));
        return [.. output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(Squeezed)];
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, PublishedJson.Options);

    /// <summary>Each line of the excerpt is printed, after the one before it; what lies between may only be passed over where it is
    /// said.</summary>
    private static void AssertInOrder(string[] excerpt, string[] printed)
    {
        var (at, mayPass) = (0, false);
        foreach (var line in excerpt.Where(line => line.Length > 0))
        {
            if (line == Omitted)
            {
                mayPass = true;
                continue;
            }

            var found = Array.IndexOf(printed, line, at);
            Assert.True(found >= 0,
                $"README shows '{line}', which is not printed there. Printed from there on:\n{string.Join('\n', printed[at..])}");
            Assert.True(mayPass || printed[at..found].All(passed => passed.Length == 0),
                $"README leaves out without saying so: {string.Join('\n', printed[at..found])}");
            (at, mayPass) = (found + 1, false);
        }
    }

    private static IEnumerable<string> StepsOf(string script) => Step().Matches(script).Select(match => match.Groups[1].Value).Take(4);

    /// <summary>The width of columns is the terminal's business.</summary>
    private static string Squeezed(string line) => Spaces().Replace(line.Trim(), " ");

    [GeneratedRegex("^```[a-z]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^  say '([^']+)'$", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
