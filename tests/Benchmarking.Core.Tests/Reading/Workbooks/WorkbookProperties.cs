using System.Text;
using System.Text.Json;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>A sheet says the same whether it is sent as a workbook or saved as CSV before.</summary>
public sealed class WorkbookProperties
{
    private const int Sheets = 2_000;
    private const int Seed = 20130331;

    [Fact]
    public async Task A_random_sheet_gives_the_same_observations_as_xlsx_and_as_csv_or_findings_at_the_same_cells()
    {
        var (accepted, held, refused, observations) = (0, 0, 0, 0);
        for (var i = 0; i < Sheets; i++)
        {
            var sheet = RandomSheet.Made(Seed + i);
            var text = Check(sheet, Encoding.UTF8.GetBytes(sheet.Csv()), "csv");
            var book = Check(sheet, i % 2 == 0 ? await RandomBooks.BySpreadCheetah(sheet) : RandomBooks.ByOpenXml(sheet), "xlsx");
            var said = $"sheet {i}:\n{sheet.Csv()}\ncsv: {Shown(text)}\nxlsx: {Shown(book)}";
            Assert.True(text.Status == book.Status, said);
            if (text.Status == ReturnStatus.Rejected)
            {
                Assert.True(Cells(book).Count > 0 && Cells(book).SetEquals(Cells(text)), said);
                refused++;
                continue;
            }

            Assert.True(Cells(book).SetEquals(Cells(text)), said);
            Assert.True(Observations(text) == Observations(book), said);
            observations += Observed(book).Count;
            (accepted, held) = text.Status == ReturnStatus.Accepted ? (accepted + 1, held) : (accepted, held + 1);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Sheets} sheets: {accepted} accepted alike with {observations} observations, "
            + $"{held} held and {refused} refused alike at the same cells");
        Assert.InRange(accepted, Sheets / 4, Sheets);
        Assert.InRange(refused, Sheets / 8, Sheets);
    }

    private static CheckedReturn Check(RandomSheet sheet, byte[] bytes, string extension)
    {
        var name = $"hackney/2012-13/{Codes.Of(sheet.Kind)}.{extension}";
        Assert.True(ReturnPath.TryParse(name, out var path));
        return ReturnPipeline.Check(new FiledReturn(name, "", bytes.Length, DateTimeOffset.UnixEpoch, bytes), path, bytes.Length,
            ReferenceData.Current);
    }

    /// <summary>The cells about which something is wrong or asked.</summary>
    private static HashSet<(int?, string?)> Cells(CheckedReturn result) =>
        [.. result.Findings.Where(finding => finding.Severity != Severity.Notice).Select(finding => (finding.Line, finding.Column))];

    private static IReadOnlyList<Observation> Observed(CheckedReturn result) =>
        Normaliser.Observe(result.Path!.Council, [new AcceptedReturn("receipt", result.Path.Year, result)], ReferenceData.Current);

    private static string Observations(CheckedReturn result) => JsonSerializer.Serialize(Observed(result), PublishedJson.Options);

    private static string Shown(CheckedReturn result) =>
        $"{result.Status} {string.Join("; ", result.Findings.Select(finding => $"{finding.Code} {finding.Line} {finding.Column} '{finding.Value}'"))}";
}
