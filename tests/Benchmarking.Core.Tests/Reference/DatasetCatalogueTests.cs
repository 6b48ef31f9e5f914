using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

public sealed class DatasetCatalogueTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    private static readonly IReadOnlyList<DatasetDeclaration> Datasets = Reference.Datasets.All;

    [Fact]
    public void A_dataset_has_a_code_of_its_own_and_so_has_each_of_its_measures()
    {
        Assert.Equal(Datasets.Count, Datasets.Select(dataset => dataset.Code).Distinct().Count());
        Assert.All(Datasets, dataset =>
        {
            Assert.Same(dataset, Reference.Datasets.Find(dataset.Code));
            Assert.Equal(dataset.Code, dataset.Code.ToLowerInvariant().Replace(' ', '-'));
            Assert.Equal(dataset.Measures.Count, dataset.Measures.Select(measure => Codes.Fold(measure.Code)).Distinct().Count());
            Assert.Equal(dataset.Measures.Count, dataset.Measures.Select(measure => measure.Measure).Distinct().Count());
        });
        Assert.Null(Reference.Datasets.Find("weather"));
    }

    [Fact]
    public void A_dataset_says_who_published_it_under_which_licence_and_in_which_editions() => Assert.All(Datasets, dataset =>
    {
        Assert.All([dataset.Title, dataset.Publisher, dataset.Licence, dataset.Cadence, .. dataset.Editions.Values],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.NotEmpty(dataset.Editions);
        Assert.True(dataset.Page is null
            || (Uri.TryCreate(dataset.Page, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps));
    });

    /// <summary>One measure has one publisher, so that its series is of one kind.</summary>
    [Fact]
    public void No_measure_comes_from_two_datasets()
    {
        var measures = Datasets.SelectMany(dataset => dataset.Measures).Select(measure => measure.Measure).ToList();
        Assert.Equal(measures.Count, measures.Distinct().Count());
    }

    [Fact]
    public void A_measure_of_a_dataset_is_in_the_catalogue_and_its_factor_brings_it_to_the_catalogues_unit() =>
        Assert.All(Datasets.SelectMany(dataset => dataset.Measures), declared =>
        {
            var measure = Catalogued(declared);
            Assert.Contains(declared.Unit, measure.FiledUnits);
            Assert.True(declared.Factor > 0);
            Assert.Equal(measure.Scale(declared.Unit), declared.Factor);
        });

    [Fact]
    public void Money_filed_in_thousands_and_rates_per_hundred_thousand_have_their_factors()
    {
        Assert.Equal((Unit.GbpThousands, 1000m), Of("revenue-outturn", "RS 360"));
        Assert.Equal((Unit.Per100000, 0.01m), Of("outcomes", "ascof 2a (2)"));
        Assert.Equal((Unit.Per100000, 1m), Of("outcomes", "ASCOF 2A(1)"));
        Assert.Equal((Unit.Score, 1m), Of("outcomes", "ASCOF 1J"));

        static (Unit, decimal) Of(string dataset, string code)
        {
            var measure = Reference.Datasets.Find(dataset)!.Find(code)!;
            return (measure.Unit, measure.Factor);
        }
    }

    [Fact]
    public void Every_measure_of_a_dataset_is_seen_in_a_metric() =>
        Assert.All(Datasets.SelectMany(dataset => dataset.Measures).Select(Catalogued),
            measure => Assert.Contains(Reference.Metrics.All, metric => new[] { metric.Formula.Numerator, metric.Formula.Denominator }
                .Any(term => term is not null && term.Split(':') is [_, var code, ..] && code == measure.Code)));

    [Fact]
    public void A_break_names_measures_of_its_dataset_that_the_catalogue_breaks_too() => Assert.All(Datasets, dataset =>
        Assert.All(dataset.Breaks, broken =>
        {
            Assert.False(string.IsNullOrWhiteSpace(broken.Why));
            Assert.All(broken.Measures ?? [.. dataset.Measures.Select(measure => measure.Code)], code =>
                Assert.Contains(broken.Year, Catalogued(dataset.Find(code)!).Breaks));
        }));

    [Fact]
    public void A_caution_is_of_measures_of_its_dataset_and_of_years_that_are_held() => Assert.All(Datasets, dataset =>
    {
        Assert.All(dataset.Cautions.SelectMany(caution => caution.Years), year => Assert.Contains(year, dataset.Editions.Keys));
        Assert.All(dataset.Cautions.Select(caution => caution.Measures).Concat(dataset.Gaps.Select(gap => gap.Measures))
            .SelectMany(codes => codes ?? []), code => Assert.NotNull(dataset.Find(code)));
    });

    [Fact]
    public void The_pandemic_is_said_beside_every_outcome_of_two_years_and_of_no_other()
    {
        var outcomes = Reference.Datasets.Find("outcomes")!;
        var admissions = outcomes.Find("ASCOF 2A(2)")!;
        Assert.Equal(["2020-21", "2021-22"], outcomes.Editions.Keys
            .Where(year => outcomes.CautionsOf(admissions, year).Any(why => why.StartsWith("The pandemic", StringComparison.Ordinal)))
            .Select(year => year.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(2, outcomes.CautionsOf(outcomes.Find("ASCOF 4A")!, new FinancialYear(2020)).Count);
        Assert.Empty(outcomes.CautionsOf(admissions, new FinancialYear(2022)));
    }

    [Fact]
    public void Every_sample_file_is_of_a_declared_dataset_and_year_and_each_declared_year_has_its_file() => Assert.Equal(
        Datasets.SelectMany(dataset => dataset.Editions.Keys.Select(year => $"{dataset.Code}/{year}")).Order(StringComparer.Ordinal),
        SampleDatasets.All.Select(file => $"{file.Dataset}/{file.Year}").Order(StringComparer.Ordinal));

    [Fact]
    public void A_sample_file_has_declared_measures_only_in_their_units_and_each_is_in_some_year()
    {
        Assert.All(SampleDatasets.All, file => Assert.All(file.Rows, row =>
            Assert.Equal(row["unit"], Codes.Of(Reference.Datasets.Find(file.Dataset)!.Find(row["measure"])!.Unit))));
        Assert.All(Datasets, dataset => Assert.Equal(
            dataset.Measures.Select(measure => measure.Code).Order(StringComparer.Ordinal),
            SampleDatasets.Of(dataset.Code).SelectMany(file => file.Rows).Select(row => row["measure"]).Distinct()
                .Order(StringComparer.Ordinal)));
    }

    /// <summary>A published figure that lay beyond its range would be taken for a slip.</summary>
    [Fact]
    public void Every_figure_of_the_sample_files_lies_in_the_range_of_its_measure() =>
        Assert.All(SampleDatasets.All, file => Assert.All(file.Rows.Where(row => row["value"].Length > 0), row =>
        {
            var declared = Reference.Datasets.Find(file.Dataset)!.Find(row["measure"])!;
            var (measure, value) = (Catalogued(declared), row.Number("value") * declared.Factor);
            Assert.True(row["gss_code"] == DatasetCatalogue.England
                || (value >= (declared.Min ?? measure.Min) && value <= (declared.Max ?? measure.Max)),
                $"{file.Name}: {row["measure"]} {value}");
        }));

    private static Measure Catalogued(DatasetMeasure declared) =>
        Reference.Measures.All.Single(measure => measure.Code == declared.Measure);
}
