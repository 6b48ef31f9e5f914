using System.Text;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Reading.WorkbookFile;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>Files made to cost more than they weigh: what they take stays within 25 times their size, and nobody waits for them.</summary>
public sealed class BoundedWorkTests
{
    /// <summary>Memory of a check by the size of its file.</summary>
    private const int MostTimesItsSize = 25;

    private const string Row = "2012-13,net_budget,,1200,gbp,actual,first";

    private static readonly string[] BookHeader = [Returns.Header.Replace(',', '|')];

    // Every one is far above what it takes on a busy machine, and far below what it took before.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Files of which one line has more columns than any table, by what was found of them.</summary>
    public static TheoryData<string, string> WideFiles => new()
    {
        { string.Join(',', Enumerable.Range(0, 1_000_000)), FindingCatalogue.ColumnsTooMany.Code },
        { string.Concat(Enumerable.Repeat(" \"x,", 1_000_000)), FindingCatalogue.ColumnsTooMany.Code },
        { string.Concat(Enumerable.Repeat("\"\",", 1_000_000)), FindingCatalogue.RowsNone.Code },
        { new string(',', 5_000_000), FindingCatalogue.RowsNone.Code },
    };

    [Theory]
    [MemberData(nameof(WideFiles), DisableDiscoveryEnumeration = true)]
    public void A_line_of_a_million_columns_is_cut_before_the_parser_keeps_them(string line, string code)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Returns.Header}\n{line}\n");
        Returns.Read(Returns.Good);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var raw = Returns.Read(bytes);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)MostTimesItsSize * bytes.Length);
        Assert.Equal([code], raw.Codes());
    }

    [Theory]
    [InlineData(99, "")]
    [InlineData(100, "")]
    [InlineData(101, "CW")]
    [InlineData(16_384, "XFD")]
    public void Columns_are_read_up_to_their_limit_and_one_more_is_told(int columns, string last)
    {
        var raw = Returns.Read($"{Returns.Header}{new string(',', columns - 7)}\n{Row}{new string(',', columns - 8)},x\n");

        Assert.Equal(last, raw.Findings.FirstOrDefault(finding => finding.Code == FindingCatalogue.ColumnsTooMany.Code)?.Value ?? "");
        Assert.Equal(last.Length == 0, raw.Codes().Contains(FindingCatalogue.RowRagged.Code) || raw.Codes().Contains("column-unnamed"));
    }

    [Fact]
    public void Empty_cells_beyond_the_last_column_are_none_and_the_rest_of_the_row_is_read()
    {
        var wide = $"{Row}{new string(',', 16_000)}";
        var next = Row.Replace("net", "gross", StringComparison.Ordinal);
        var raw = Returns.Read($"{Returns.Header}{new string(',', 500)}\n{wide}, \"\" ,\u00A0,\" \"\r\n{next}\n");

        Assert.Empty(raw.Findings);
        Assert.Equal(
            ["2: 2012-13 | net_budget |  | 1200 | gbp | actual | first", "3: 2012-13 | gross_budget |  | 1200 | gbp | actual | first"],
            raw.Shown());
    }

    [Theory]
    [InlineData("\"two\nlines\"")]
    [InlineData("\"a, b\"")]
    [InlineData("x\" y")]
    public void What_stands_beyond_the_last_column_parts_no_row_from_its_number(string cell)
    {
        var raw = Returns.Read($"{Returns.Header}\n{Row}\n{Row}{new string(',', 200)}{cell}\n{Row}\n");

        var found = raw.Only(FindingCatalogue.ColumnsTooMany);
        Assert.Equal((3, "GY"), (found.Line, found.Value));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rows_are_read_up_to_their_limit(int most) => Assert.Equal(
        most < 3 ? [FindingCatalogue.RowsTooMany.Code] : [], Returns.Read(Returns.Good, new ReadingLimits { MaxRows = most }).Codes());

    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    public void Cells_are_read_up_to_their_limit(int most) => Assert.Equal(
        most < 19 ? [FindingCatalogue.CellsTooMany.Code] : [], Returns.Read(Returns.Good, new ReadingLimits { MaxCells = most }).Codes());

    [Theory]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Cells_are_as_long_as_their_limit(int length) => Assert.Equal(
        length > 15 ? [FindingCatalogue.CellTooLong.Code] : [],
        Returns.Read($"{Returns.Header}\n2012-13,net_budget,,1200,gbp,actual,{new string('x', length)}\n",
            new ReadingLimits { MaxCellLength = 15 }).Codes());

    [Fact]
    public async Task A_curled_quote_that_never_closes_is_looked_for_once()
    {
        var text = $"{Returns.Header}\n{Row}\n“{new string(',', 1_000_000)}\n";

        var raw = await Soon(() => Returns.Read(text));

        Assert.Single(raw.Rows);
    }

    [Fact]
    public async Task Powers_of_ten_in_thousands_of_runs_are_each_looked_at_once()
    {
        const string Raised = "<r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>6</t></r>";
        var cell = $"<c t=\"inlineStr\"><is>{string.Concat(Enumerable.Repeat(Raised, 8_000))}</is></c>";
        var book = Of([.. BookHeader, .. Enumerable.Range(2, 34).Select(line =>
            WorkbookFile.Row(line, [.. Split("2012-13|net_budget||1200|gbp|actual"), cell]))]);
        var limits = new ReadingLimits { MaxInflationRatio = 10_000 };
        var allocated = 0L;

        var raw = await Soon(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = Returns.Read(book, "xlsx", limits);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return read;
        });

        Assert.StartsWith("106106106", raw.Rows[0]["note"], StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 400_000_000);
    }

    /// <summary>As Excel shows it and as it is read, by hand.</summary>
    [Theory]
    [InlineData("10", "6", "10^6")]
    [InlineData("3.2 ×10", "6", "3.2 ×10^6")]
    [InlineData("10 ", "6", "10 ^6")]
    [InlineData("110", "6", "110")]
    [InlineData("1", "6", "1")]
    [InlineData("10", "a", "10")]
    public void A_raised_figure_is_a_power_after_a_ten_alone(string text, string raised, string read)
    {
        var runs = $"<r><t xml:space=\"preserve\">{text}</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>{raised}</t></r>";
        using var part = new MemoryStream(Encoding.UTF8.GetBytes($"<sst><si>{runs}</si></sst>"));
        using var xml = new PartReader(part, new WorkbookLimits(), CancellationToken.None);

        Assert.Equal(read, SharedTexts.Read(xml, new TextBudget(new WorkbookLimits()), new WorkbookLimits())[0].Text);
    }

    public static TheoryData<string> Stages => ["the text", "the rows", "the checks"];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_check_ends_at_every_stage_where_its_caller_has_left(string stage)
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"2012-13,net_budget,s{i},1,gbp,actual,\n"));
        var text = $"{Returns.Header}\n{rows}";
        var path = ReturnPath.TryParse("hackney/2012-13/budget.csv", out var parsed) ? parsed : throw new InvalidOperationException();
        var bytes = Encoding.UTF8.GetBytes(text);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var raw = Returns.Read(text);

        Assert.Throws<OperationCanceledException>(() => stage switch
        {
            "the text" => (object?)new QuoteCheck(text, ',', 1, 100, gone.Token),
            "the rows" => ReturnReader.Read(ReturnKind.Budget, "csv", bytes, ReadingLimits.Default, gone.Token),
            _ => Core.Checking.ReturnChecker.Check(path, raw, ReferenceData.Current, gone.Token),
        });
    }

    private static Task<RawReturn> Soon(Func<RawReturn> read) =>
        Task.Run(read, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
}
