using System.Text.Json;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>However a good return is written down, it says the same.</summary>
public sealed class RoundTripProperties
{
    private const int MaxBytes = 10 * 1024 * 1024;

    [Fact]
    public void A_good_return_has_the_same_observations_in_every_encoding_separator_quoting_and_column_order()
    {
        var (tried, skipped) = (0, 0);
        foreach (var (index, sample) in SampleReturns.All.Index())
        {
            var said = Said(sample, WrittenAnew.As(sample, Spelling.All[0]), "csv");
            // Every spelling for the returns in words; the activity returns, which are all alike, share them out.
            foreach (var way in Spelling.All.Where((_, i) => sample.Path!.Kind != ReturnKind.Activity || i % 10 == index % 10))
            {
                if (!WrittenAnew.CanBe(sample, way.Encoding))
                {
                    skipped++;
                    continue;
                }

                Assert.True(said == Said(sample, WrittenAnew.As(sample, way), "csv"), $"{sample.Name} as {way}");
                tried++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} files tried, {skipped} cannot be written in Windows-1252");
        Assert.InRange(tried, 2_500, int.MaxValue);
    }

    [Fact]
    public void A_good_return_has_the_same_observations_as_a_workbook() =>
        Assert.All(SampleReturns.All, sample => Assert.Equal(
            Said(sample, WrittenAnew.As(sample, Spelling.All[0]), "csv"),
            Said(sample, WrittenAnew.AsWorkbook(sample), "xlsx")));

    /// <summary>The observations, and the rows beneath them: a gross budget alone makes no metric.</summary>
    private static string Said(SampleReturn sample, byte[] bytes, string extension)
    {
        var path = sample.Path! with { Extension = extension };
        var file = new FiledReturn(path.ToString(), Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        var result = ReturnPipeline.Check(file, path, MaxBytes, ReferenceData.Current);
        Assert.True(result.Status == ReturnStatus.Accepted,
            $"{path}: {string.Join(" ", result.Findings.Select(finding => finding.Message))}");
        var observations = Normaliser.Observe(path.Council, [new AcceptedReturn("receipt", path.Year, result)], ReferenceData.Current);
        Assert.NotEqual(0, result.Savings.Count + result.Budgets.Count + result.Activities.Count);
        return JsonSerializer.Serialize(new { observations, result.Savings, result.Budgets, result.Activities }, PublishedJson.Options);
    }
}
