using System.Text;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>Short ways to write a return and to read it.</summary>
internal static class Returns
{
    public const string Header = "financial_year,measure,service,amount,unit,status,note";

    public const string Good = Header + "\n2012-13,net_budget,,1200,gbp,actual,first\n2012-13,gross_budget,,1500,gbp,actual,second\n";

    public static RawReturn Read(string text, ReadingLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), "csv", limits);

    public static RawReturn Read(byte[] bytes, string extension = "csv", ReadingLimits? limits = null) =>
        ReturnReader.Read(ReturnKind.Budget, extension, bytes, limits ?? ReadingLimits.Default);

    public static IEnumerable<string> Codes(this RawReturn raw) => raw.Findings.Select(finding => finding.Code);

    public static Finding Only(this RawReturn raw, FindingDefinition definition)
    {
        var finding = Assert.Single(raw.Findings);
        Assert.Equal(definition.Code, finding.Code);
        Assert.Equal(definition.Severity, finding.Severity);
        Assert.DoesNotContain("{", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
        return finding;
    }

    /// <summary>The rows as lines of text, to be compared at a glance.</summary>
    public static string[] Shown(this RawReturn raw) =>
        [.. raw.Rows.Select(row => $"{row.Line}: {string.Join(" | ", raw.Columns.Select(column => row[column]))}")];
}
