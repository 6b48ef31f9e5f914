using System.Globalization;
using System.Text;
using Benchmarking.Core.Tests.Publishing;
using Benchmarking.Service.Tests.App;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Tables as analysts open them in Excel. The situations are ones that users of official statistics reported of downloads: broken
/// letters without a byte order mark, years that became dates, numbers that became text, files all named alike, a subject that cannot be
/// found.</summary>
[Collection(nameof(SampleReadings))]
public sealed class ExcelTests(SampleApp samples)
{
    private const string Comparison = "/comparisons/savings-pct-net-budget?year=2012-13&council=tameside";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/comparisons/savings-pct-net-budget?year=2012-13&peers=region:north-west&council=tameside",
        "comparisons-savings-pct-net-budget-2012-13-tameside-region-north-west")]
    [InlineData("/trends/savings-categories?from=2011-12&to=2013-14", "trends-savings-categories-2011-12-2013-14")]
    [InlineData("/exports/2012-13?shape=wide", "exports-2012-13-wide")]
    [InlineData("/councils?q=..%2F..%2F%22x", "councils")]
    public async Task A_table_is_saved_under_a_name_that_says_what_it_is_and_begins_with_a_byte_order_mark(string address, string name)
    {
        foreach (var form in new[] { "csv", "xlsx" })
        {
            using var answer = await samples.App.Http.GetAsync($"/api/v1{address}&format={form}", Cancellation);
            Assert.Equal($"{name}.{form}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Equal(form == "csv" ? "EF-BB-BF" : "50-4B-03", BitConverter.ToString(bytes, 0, 3));
        }
    }

    [Theory]
    [InlineData(Comparison)]
    [InlineData("/exports/2012-13?status=actual")]
    [InlineData("/trends/savings-categories?from=2011-12&to=2013-14")]
    [InlineData("/councils/tameside/profile?year=2012-13")]
    [InlineData("/metrics?")]
    [InlineData("/returns?year=2012-13")]
    public async Task A_workbook_has_the_cells_of_the_CSV_with_numbers_typed_and_years_as_text(string address)
    {
        var csv = Cells(await samples.App.Http.GetStringAsync($"/api/v1{address}&format=csv", Cancellation));
        using var book = await Workbook(address);
        Assert.Empty(book.Faults);
        Assert.Equal(["Figures", "About"], book.SheetNames);
        var rows = book.Worksheet(0).Descendants<Row>().ToList();
        Assert.Equal(csv.Count, rows.Count);
        foreach (var (line, row) in csv.Zip(rows))
        {
            var cells = row.Elements<Cell>().ToList();
            Assert.Equal(line, cells.Select(Text).Concat(Enumerable.Repeat("", line.Count - cells.Count)));
            Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        }

        foreach (var column in csv[0].Index().Where(column => column.Item is "year" or "value" or "median" or "share"))
        {
            var filled = rows.Skip(1).Select(row => row.Elements<Cell>().ElementAtOrDefault(column.Index)).OfType<Cell>()
                .Where(cell => Text(cell).Length > 0).ToList();
            Assert.All(filled, cell => Assert.Equal(column.Item != "year", IsNumber(cell)));
        }
    }

    [Fact]
    public async Task The_second_sheet_says_what_the_figures_are_and_which_versions_they_come_from()
    {
        var answer = await samples.App.Get(Comparison);
        using var book = await Workbook(Comparison);
        var about = book.Texts(1).ToLookup(row => row[0], row => row.ElementAtOrDefault(1));
        foreach (var fact in new[] { "definition", "source", "unit", "year", "status", "permalink" })
        {
            Assert.Equal(answer.GetProperty(fact).GetString(), about[fact].Single());
        }

        Assert.Equal(answer.GetProperty("versions")[0].GetProperty("version").GetString(), about["versions.version"].Single());
        Assert.Equal("11.3", about["subject.value"].Single());
    }

    [Theory]
    [InlineData("all", true)]
    [InlineData("nearest:5", false)]
    [InlineData("custom:kent,essex", false)]
    [InlineData("region:london", false)]
    public async Task The_council_asked_about_has_a_marked_row_whether_or_not_it_is_among_its_peers(string peers, bool isPeer)
    {
        var table = Cells(await samples.App.Http.GetStringAsync($"/api/v1{Comparison}&peers={peers}&format=csv", Cancellation));
        var (name, value, mark) = (table[0].IndexOf("council"), table[0].IndexOf("value"), table[0].IndexOf("subject"));
        var marked = Assert.Single(table.Skip(1), row => row[mark] == "true");
        Assert.Equal(("tameside", "11.3"), (marked[name], marked[value]));
        var peersHeld = (await samples.App.Get($"{Comparison}&peers={peers}")).GetProperty("councils").GetArrayLength();
        Assert.Equal(peersHeld + (isPeer ? 0 : 1), table.Count - 1);
        var without = Cells(await samples.App.Http.GetStringAsync(
            $"/api/v1/comparisons/savings-pct-net-budget?year=2012-13&format=csv", Cancellation));
        Assert.DoesNotContain(without.Skip(1), row => row[mark] == "true");
    }

    [Fact]
    public async Task Accept_asks_for_a_workbook_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{Comparison}");
        request.Headers.Accept.ParseAdd("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var answer = await samples.App.Http.SendAsync(request, Cancellation);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{Comparison}&format=xlsx");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(304, (int)(await samples.App.Http.SendAsync(again, Cancellation)).StatusCode);
    }

    private async Task<OpenedWorkbook> Workbook(string address) =>
        new(await samples.App.Http.GetByteArrayAsync($"/api/v1{address}&format=xlsx", Cancellation));

    private static bool IsNumber(Cell cell) =>
        cell.InlineString is null && cell.CellValue is not null && cell.DataType?.Value != CellValues.String;

    private static string Text(Cell cell) => cell.InlineString?.InnerText ?? Plain(cell.CellValue?.Text ?? "");

    private static string Plain(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("G28", CultureInfo.InvariantCulture)
        : text;

    /// <summary>The cells of a CSV, by a library; numbers without the noughts that a typed number does not keep.</summary>
    private static List<List<string>> Cells(string csv)
    {
        using var reader = CsvHelper.CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)), CsvHelper.CsvReaderOptions.Default);
        reader.ReadHeader();
        var columns = reader.Headers.ToArray();
        var rows = new List<List<string>> { columns.ToList() };
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, columns.Length).Select(column => Plain(reader.GetString(column)))]);
        }

        return rows;
    }
}
