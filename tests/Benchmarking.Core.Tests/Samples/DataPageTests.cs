using System.Globalization;
using System.Text;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>docs/data.md: every measure of every dataset with the years and councils of which it is held, and why others are not.</summary>
public sealed class DataPageTests
{
    private const string Lever = "REFRESH_DOCS";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "data.md");

    [Fact]
    public void The_page_of_data_says_what_is_held()
    {
        var wanted = Text();
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, wanted);
        }

        Assert.True(File.ReadAllText(Page) == wanted, $"docs/data.md is old: run the tests once with {Lever}=1.");
    }

    private static string Text()
    {
        var text = new StringBuilder("""
            # What is held

            National statistics that ship in `samples/datasets`, by publication: every measure with the years and the number of councils of
            which a figure is held, the lines without a figure by the publisher's marker, and why others are not held. A test makes this page
            of `pipeline-core/Reference/Data/datasets.json`, `measures.json` and the files; `REFRESH_DOCS=1` writes it anew. Populations,
            deprivation, rurality and the deflator are in `pipeline-core/Reference/Data/sources.json`.


            """.ReplaceLineEndings("\n"));
        foreach (var dataset in ReferenceData.Current.Datasets.All)
        {
            Append(text, dataset);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder text, DatasetDeclaration dataset)
    {
        var page = dataset.Page is null ? "" : $" <{dataset.Page}>";
        text.Append(CultureInfo.InvariantCulture, $"## {dataset.Title}\n\n")
            .Append(CultureInfo.InvariantCulture, $"`{dataset.Code}`. {dataset.Publisher}, {dataset.Cadence}.{page}\n")
            .Append(CultureInfo.InvariantCulture, $"{dataset.Licence}.\n\n")
            .Append("| measure | what it is | years: councils | without a figure |\n| --- | --- | --- | --- |\n");
        foreach (var measure in dataset.Measures)
        {
            var held = ReferenceData.Current.Measures.All.Single(entry => entry.Code == measure.Measure);
            text.Append(CultureInfo.InvariantCulture, $"| {measure.Code} | {held.Label} (`{held.Code}`) | {Years(dataset, measure)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Without(dataset, measure)} |\n");
        }

        Append(text, "Not held", dataset.Gaps.Select(gap => (Of(gap.Measures), gap.Why)));
        Append(text, "Series break", dataset.Breaks.Select(each => ($"{each.Year}{Comma(Of(each.Measures))}", each.Why)));
        Append(text, "Read with care", dataset.Cautions
            .Select(caution => ($"{Together(caution.Years.Select(year => (year, 0)))}{Comma(Of(caution.Measures))}", caution.Why)));
        text.Append("\nEditions:\n\n");
        foreach (var edition in dataset.Editions.GroupBy(edition => edition.Value))
        {
            text.Append(CultureInfo.InvariantCulture, $"* {Together(edition.Select(each => (each.Key, 0)))}: {edition.Key}\n");
        }

        text.Append('\n');
    }

    private static void Append(StringBuilder text, string heading, IEnumerable<(string Of, string Why)> entries)
    {
        var lines = entries.Select(entry => $"* {entry.Of}{(entry.Of.Length > 0 ? ": " : "")}{entry.Why}\n").ToList();
        if (lines.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{heading}:\n\n{string.Concat(lines)}");
        }
    }

    private static string Of(IReadOnlyList<string>? measures) => measures is null ? "" : string.Join(", ", measures);

    private static string Comma(string words) => words.Length > 0 ? $", {words}" : "";

    private static string Years(DatasetDeclaration dataset, DatasetMeasure measure) => Together(
        from file in SampleDatasets.Of(dataset.Code)
        let councils = Lines(file, measure).Count(row => row["value"].Length > 0)
        where councils > 0
        select (FinancialYear.Parse(file.Year), councils));

    private static string Without(DatasetDeclaration dataset, DatasetMeasure measure) => string.Join(", ", SampleDatasets.Of(dataset.Code)
        .SelectMany(file => Lines(file, measure)).Where(row => row["value"].Length == 0)
        .CountBy(row => row["marker"].Length > 0 ? $"`{row["marker"]}`" : "blank").OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    private static IEnumerable<SampleRow> Lines(SampleDataset file, DatasetMeasure measure) =>
        file.Rows.Where(row => row["measure"] == measure.Code && row["gss_code"] != DatasetCatalogue.England);

    /// <summary>Years in a row with one number are written together; the number 0 is left out.</summary>
    private static string Together(IEnumerable<(FinancialYear Year, int Councils)> years)
    {
        var runs = new List<(FinancialYear First, FinancialYear Last, int Councils)>();
        foreach (var (year, councils) in years.OrderBy(pair => pair.Year))
        {
            if (runs.Count > 0 && runs[^1].Councils == councils && runs[^1].Last.Next == year)
            {
                runs[^1] = runs[^1] with { Last = year };
            }
            else
            {
                runs.Add((year, year, councils));
            }
        }

        return string.Join("; ", runs.Select(run =>
            $"{run.First}{(run.First == run.Last ? "" : $" to {run.Last}")}{(run.Councils > 0 ? $": {run.Councils}" : "")}"));
    }
}
