using Benchmarking.Core.Checking;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using CsvHelper;

namespace Benchmarking.Core.Tests.Checking;

public sealed class SampleReturnTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "returns");

    [Fact]
    public void The_sample_returns_are_accepted()
    {
        var files = Directory.EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var held = files.Select(Check)
            .Where(result => result.Status != ReturnStatus.Accepted)
            .SelectMany(result => result.Findings.Select(finding => $"{result.Path} {finding.Line} {finding.Column}: {finding.Message}"));
        Assert.NotEmpty(files);
        Assert.Empty(held);
    }

    private static CheckedReturn Check(string file)
    {
        Assert.True(ReturnPath.TryParse(Path.GetRelativePath(Folder, file).Replace('\\', '/'), out var path));
        return ReturnChecker.Check(path, Read(file, path.Kind), ReferenceData.Current, TestContext.Current.CancellationToken).Finish();
    }

    private static RawReturn Read(string file, ReturnKind kind)
    {
        using var csv = CsvReader.Create(File.OpenRead(file), CsvReaderOptions.Default);
        csv.ReadHeader();
        var columns = csv.Headers.ToArray();
        var rows = new List<RawRow>();
        while (csv.Read())
        {
            rows.Add(new RawRow(rows.Count + 2,
                Enumerable.Range(0, columns.Length).ToDictionary(i => columns[i], i => csv.GetString(i).Trim())));
        }

        return new RawReturn(kind, columns, rows, rows.Count, []);
    }
}
