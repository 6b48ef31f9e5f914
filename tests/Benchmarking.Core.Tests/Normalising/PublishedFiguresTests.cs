using System.Globalization;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Tests.Checking.Datasets;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

/// <summary>What becomes of the datasets that ship. The expected numbers were computed from the publishers' tables by other
/// means.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    public static TheoryData<string> Files { get; } = [.. Dataset.Shipped];

    /// <summary>For every measure and year: councils held, median and quartiles.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Every_figure_of_a_file_becomes_one_of_its_council(string file)
    {
        var (declaration, observations) = Observe(file);
        foreach (var expected in Expected(file))
        {
            var measure = declaration.Find(expected.Measure)!;
            var metric = PublishedFigures.MetricsOf(declaration, Reference).FirstOrDefault(pair => pair.Measure == measure.Measure).Metric;
            if (metric is null)
            {
                // Totals that are held to be set against others: no metric is made of them.
                Assert.Equal(ReturnKind.Budget, Reference.Measures.Of(measure).Kind);
                continue;
            }

            decimal[] values =
            [
                .. observations.Where(figure => figure.Metric == metric.Code && figure.HasValue)
                    .Select(figure => (metric.Formula.Denominator is null ? figure.Value
                        : figure.Numerator)!.Value / measure.Factor).Order(),
            ];
            Assert.Equal(expected.Values, values.Length);
            var quartiles = Quartiles.OfSorted(values);
            Close(expected.Median, Quantiles.OfSorted(values, 0.5m));
            Close(expected.Q1, quartiles?.Q1);
            Close(expected.Q3, quartiles?.Q3);
        }
    }

    [Fact]
    public void Net_expenditure_is_of_the_adults_of_its_year_and_says_whose_figure_it_is()
    {
        var (_, observations) = Observe("revenue-outturn/2024-25.csv");
        var camden = observations.Single(figure => figure.Metric == "net-expenditure-per-adult" && figure.Council.Value == "camden");
        Assert.Equal(128_204_000m, camden.Numerator);
        Assert.Equal(128_204_000m / camden.Denominator, camden.Value);
        Assert.InRange(camden.Denominator!.Value, 150_000m, 250_000m);
        Assert.Equal("revenue-outturn", camden.Published?.Dataset);
        Assert.Contains("as published", camden.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_survey_measure_has_the_margin_of_error_that_was_published()
    {
        var (_, observations) = Observe("outcomes/2023-24.csv");
        var figure = observations.First(found => found is { Metric: "quality-of-life", MarginOfError: not null });
        Assert.InRange(figure.MarginOfError!.Value, 0.1m, 2m);
    }

    /// <summary>The later one of two is served, and what is withheld stays withheld.</summary>
    [Theory]
    [InlineData(ValueState.Reported, "published")]
    [InlineData(ValueState.Suppressed, "published")]
    [InlineData(ValueState.NotApplicable, "published")]
    [InlineData(ValueState.Missing, "filed")]
    public void The_published_figure_is_served_unless_the_publisher_has_none(ValueState state, string served)
    {
        var filed = Figure(ValueState.Reported, 5);
        var published = Figure(state, state == ValueState.Reported ? 7 : null) with
        {
            Published = new PublishedIn("outcomes", "NHS England", "ASCOF", "2023-24"),
        };
        var figure = Assert.Single(Origins.Together([filed], [published]));
        Assert.Equal(served, figure.Published is null ? "filed" : "published");
        Assert.Equal(filed, figure.Published is null ? figure : figure.Filed);
        Assert.Equal([filed], Origins.Only([figure], Origin.Filed));
    }

    private static Observation Figure(ValueState state, decimal? value) => new(
        "quality-of-life", new FinancialYear(2023), FigureStatus.Actual, CouncilCode.Parse("camden"), state, value, null, null, "", [], []);

    private static (DatasetDeclaration Declaration, IReadOnlyList<Observation> Observations) Observe(string file)
    {
        var result = Dataset.Check(file);
        var declaration = Reference.Datasets.Find(result.Path!.Dataset)!;
        return (declaration, PublishedFigures.Observe(result, declaration, "r", Reference));
    }

    private static IEnumerable<(string Measure, int Values, decimal? Q1, decimal? Median, decimal? Q3)> Expected(string file)
    {
        var (dataset, year) = (file.Split('/')[0], file.Split('/')[1][..7]);
        return File.ReadLines(Path.Combine(Repository.Root, "tests", "Benchmarking.Core.Tests", "Samples", "dataset-figures.csv")).Skip(1)
            .Select(line => line.StartsWith('"') || line.Contains('"') ? Quoted(line) : line.Split(','))
            .Where(cells => cells[0] == dataset && cells[1] == year)
            .Select(cells => (cells[2], int.Parse(cells[4], CultureInfo.InvariantCulture), Number(cells[6]), Number(cells[7]),
                Number(cells[8])));
    }

    private static string[] Quoted(string line)
    {
        var (before, after) = (line.IndexOf('"'), line.LastIndexOf('"'));
        return [.. line[..before].TrimEnd(',').Split(','), line[(before + 1)..after], .. line[(after + 2)..].Split(',')];
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Float,
        CultureInfo.InvariantCulture);

    private static void Close(decimal? expected, decimal? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } number)
        {
            Assert.InRange(Math.Abs(actual!.Value - number), 0, Math.Max(0.000001m, Math.Abs(number) * 0.000001m));
        }
    }
}
