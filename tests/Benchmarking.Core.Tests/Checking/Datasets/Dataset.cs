using System.Text;
using Benchmarking.Core.Checking.Datasets;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking.Datasets;

/// <summary>Datasets for tests: those that ship, and small ones.</summary>
internal static class Dataset
{
    private const string Header = "financial_year,gss_code,council_name,measure,numerator,denominator,value,unit,marker,note";

    public static string Folder => Path.Combine(Repository.Root, "samples", "datasets");

    /// <summary>Every file that ships, by dataset and year.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static CheckedDataset Check(string blobName, CheckedDataset? serving = null) =>
        Check(blobName, File.ReadAllBytes(Path.Combine(Folder, blobName)), serving);

    public static CheckedDataset Check(string blobName, byte[] content, CheckedDataset? serving = null)
    {
        var file = new FiledReturn(blobName, "", content.Length, DateTimeOffset.UnixEpoch, content);
        return DatasetPipeline.Check(
            file, DatasetPath.TryParse(blobName, out var path) ? path : null, 10_000_000, ReferenceData.Current, serving);
    }

    /// <summary>A small file of the outturn of 2012-13.</summary>
    public static CheckedDataset Outturn(params string[] rows) => Of("revenue-outturn/2012-13.csv", rows);

    public static CheckedDataset Of(string blobName, params string[] rows) =>
        Check(blobName, Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows])));

    /// <summary>What was found, but for the councils that a small file has no row of.</summary>
    public static string[] Found(CheckedDataset result) =>
        [.. result.Findings.Where(finding => finding.Code != "councils-absent")
            .Select(finding => $"{finding.Code} {finding.Line} {finding.Column}".Trim())];
}
