using System.Globalization;
using System.Text;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>One folder of tests/Cases: a file, the path under which it was uploaded, what must be found in it, and why.</summary>
internal sealed record CaseFolder(string Name)
{
    private const string Head = "code,severity,line,column,value\n";

    private static readonly string Root = Path.Combine(Repository.Root, "tests", "Cases");

    public static IReadOnlyList<CaseFolder> All { get; } =
        [.. Directory.EnumerateDirectories(Root).Select(folder => new CaseFolder(Path.GetFileName(folder)))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)];

    public string Folder => Path.Combine(Root, Name);

    public string Why => Text("why.md").Trim();

    public string Expected => Text("expected-findings.csv");

    public IEnumerable<string> ExpectedCodes =>
        Expected.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]);

    /// <summary>Written down where a query is expected, since its row's note decides; else it follows from the findings.</summary>
    public string? ExpectedStatus => File.Exists(At("expected-status.txt")) ? Text("expected-status.txt").Trim() : null;

    public string Blob => Text("path.txt").Trim();

    public byte[] Bytes => CaseFile.Of(Folder).Bytes;

    /// <summary>The walk of an upload: bytes in, a receipt out.</summary>
    public (CheckedReturn Result, Receipt Receipt) Walk()
    {
        var (bytes, maxBytes) = CaseFile.Of(Folder);
        var path = ReturnPath.TryParse(Blob, out var parsed) ? parsed : null;
        var content = bytes.Length > maxBytes ? (ReadOnlyMemory<byte>?)null : bytes;
        var file = new FiledReturn(Blob, Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, content);
        var result =
            ReturnPipeline.Check(file, path, maxBytes, ReferenceData.Current, path is null ? null : CaseContext.Of(Folder, path.Council));
        return (result, ReturnPipeline.Receipt(file, result, null, null, ReferenceData.Current));
    }

    /// <summary>Findings as expected-findings.csv has them.</summary>
    public static string Shown(IEnumerable<Finding> findings)
    {
        var page = new StringBuilder(Head);
        foreach (var found in findings)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"{found.Code},{Codes.Of(found.Severity)},{found.Line},{Quoted(found.Column)},{Quoted(found.Value)}\n");
        }

        return page.ToString();
    }

    public void Expect(IEnumerable<Finding> findings) => File.WriteAllText(At("expected-findings.csv"), Shown(findings));

    private string Text(string file) => File.ReadAllText(At(file));

    private string At(string file) => Path.Combine(Folder, file);

    private static string Quoted(string? text) =>
        text?.AsSpan().ContainsAny(",\"\r\n") == true ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text ?? "";
}
