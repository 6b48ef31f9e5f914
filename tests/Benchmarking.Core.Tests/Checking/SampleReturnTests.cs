using Benchmarking.Core.Checking;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using CsvHelper;

namespace Benchmarking.Core.Tests.Checking;

public sealed class SampleReturnTests
{
    [Fact]
    public void The_sample_returns_are_accepted()
    {
        var held = Repository.Returns.Select(found => Check(found.Name, found.File))
            .Where(result => result.Status != ReturnStatus.Accepted)
            .SelectMany(result => result.Findings.Select(finding => $"{result.Path} {finding.Line} {finding.Column}: {finding.Message}"));
        Assert.Equal(188, Repository.Returns.Count);
        Assert.Empty(held);
    }

    private static CheckedReturn Check(string name, string file)
    {
        Assert.True(ReturnPath.TryParse(name, out var path));
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
