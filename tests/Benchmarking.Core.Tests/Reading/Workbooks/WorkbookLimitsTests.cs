using System.IO.Compression;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Reading.WorkbookFile;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>Every limit of a workbook at its bound: what it allows is read, and one more is a finding.</summary>
public sealed class WorkbookLimitsTests
{
    private const string Good = "2012-13|net_budget||1200|gbp|actual|first";

    private static readonly string Header = Returns.Header.Replace(',', '|');

    /// <summary>A limit, a workbook, and how much of what is limited it has, counted by hand.</summary>
    private static readonly Dictionary<string, (int Has, Func<int, WorkbookLimits> Limits, Func<byte[]> Bytes,
        FindingDefinition Beyond)> Bounds = new()
    {
        ["parts"] = (6, most => new() { MaxParts = most }, () => Of(Header, Good), FindingCatalogue.WorkbookDamaged),
        ["sheets"] = (3, most => new() { MaxSheets = most },
            () => new WorkbookFile().With("A", [Header, Good]).With("B", []).With("C", []).ToArray(), FindingCatalogue.WorkbookDamaged),
        ["columns of a sheet"] = (7, most => new() { MaxSheetColumns = most }, () => Of(Header, Good), FindingCatalogue.WorkbookDamaged),
        ["rows of a sheet"] = (2, most => new() { MaxSheetRows = most }, () => Of(Header, Good), FindingCatalogue.WorkbookDamaged),
        ["cells of a sheet"] = (14, most => new() { MaxCellElements = most }, () => Of(Header, Good), FindingCatalogue.WorkbookDamaged),
        ["merged blocks"] = (2, most => new() { MaxMergedBlocks = most },
            () => new WorkbookFile().With("A", [Header, Good],
                after: "<mergeCells><mergeCell ref=\"X1:X2\"/><mergeCell ref=\"X4:X5\"/></mergeCells>").ToArray(),
                FindingCatalogue.WorkbookDamaged),
        ["shared texts"] = (2, most => new() { MaxSharedTexts = most },
            () => new WorkbookFile { SharedTexts = "<si><t>a</t></si><si><t>b</t></si>" }.With("A", [Header, Good]).ToArray(),
                FindingCatalogue.WorkbookDamaged),
        ["characters"] = (Header.Replace("|", "", StringComparison.Ordinal).Length
            + Good.Replace("|", "", StringComparison.Ordinal).Length, most => new() { MaxTextCharacters = most },
            () => Of(Header, Good), FindingCatalogue.WorkbookInflates),
        ["runs of a text"] = (3, most => new() { MaxTextRuns = most },
            () => Of(Header, Row(2, [.. Split("2012-13|net_budget||1200|gbp|actual"),
                "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><r><t>c</t></r></is></c>"])), FindingCatalogue.WorkbookDamaged),
        ["formats"] = (6, most => new() { MaxFormats = most }, () => Of(Header, Good), FindingCatalogue.WorkbookDamaged),
        ["tables"] = (2, most => new() { MaxTables = most },
            () => new WorkbookFile().With("A", [Header, Good],
                after: "<tableParts><tablePart r:id=\"x\"/><tablePart r:id=\"y\"/></tableParts>").ToArray(),
                FindingCatalogue.WorkbookDamaged),
        ["depth"] = (12, most => new() { MaxDepth = most },
            () => new WorkbookFile().With("A", [Header, Good],
                after: $"{string.Concat(Enumerable.Repeat("<a>", 12))}{string.Concat(Enumerable.Repeat("</a>", 12))}").ToArray(),
                FindingCatalogue.WorkbookDamaged),
        ["attributes"] = (40, most => new() { MaxAttributes = most },
            () => new WorkbookFile().With("A", [Header, Good],
                after: $"<x {string.Join(' ', Enumerable.Range(0, 40).Select(i => $"a{i}=\"\""))}/>").ToArray(),
                FindingCatalogue.WorkbookDamaged),
        ["bytes of a tag"] = (2_000, most => new() { MaxTagBytes = most },
            () => new WorkbookFile().With("A", [Header, Good], after: $"<x a=\"{new string('y', 1_993)}\"/>").ToArray(),
                FindingCatalogue.WorkbookDamaged),
        ["bytes of a text"] = (3_000, most => new() { MaxTextBytes = most },
            () => Of(Header, $"2012-13|net_budget||1200|gbp|actual|{new string('y', 3_000)}"), FindingCatalogue.WorkbookDamaged),
    };

    public static TheoryData<string> Names { get; } = new(Bounds.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_limit_allows_is_read_and_one_more_is_a_finding(string name)
    {
        var (has, limits, bytes, beyond) = Bounds[name];
        Assert.Empty(Read(bytes(), limits(has)).Findings);
        Read(bytes(), limits(has - 1)).Only(beyond);
    }

    [Fact]
    public void Every_limit_is_tried()
    {
        // The names of a part are counted by the parser, which has some of its own.
        string[] elsewhere = [nameof(WorkbookLimits.MaxNames)];
        Assert.Equal(typeof(WorkbookLimits).GetProperties().Length - elsewhere.Length, Bounds.Count);
    }

    [Fact]
    public void Names_are_bounded_for_the_parser_keeps_each()
    {
        var names = string.Concat(Enumerable.Range(0, 6_000).Select(i => $"<n{i}/>"));
        Read(new WorkbookFile().With("A", [Header, Good], after: names).ToArray()).Only(FindingCatalogue.WorkbookDamaged);
        var few = string.Concat(Enumerable.Range(0, 4_000).Select(i => $"<n{i}/>"));
        Assert.Empty(Read(new WorkbookFile().With("A", [Header, Good], after: few).ToArray()).Findings);
    }

    [Fact]
    public void An_element_with_400_000_attributes_is_refused_before_it_is_parsed()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 400_000).Select(i => $"a{i}=\"1\""));
        Read(new WorkbookFile().With("A", [Header, Good], after: $"<x {attributes}/>").ToArray()).Only(FindingCatalogue.WorkbookDamaged);
    }

    [Fact]
    public void A_part_named_by_sixty_sheets_is_looked_into_once_and_read_once()
    {
        var (one, sixty) = (Named(1), Named(60));
        Read(one).Only(FindingCatalogue.HeaderNotFirst);
        Assert.Contains(FindingCatalogue.SheetsIgnored.Code, Read(sixty).Codes());
        Assert.InRange(Allocated(sixty), 0, 4 * Allocated(one));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">")]
    public void A_document_type_is_refused(string type)
    {
        using var stream = new MemoryStream();
        stream.Write(Of(Header, Good));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Write(archive, "xl/sharedStrings.xml", $"{type}<sst><si><t>x</t></si></sst>");
        }

        Read(stream.ToArray()).Only(FindingCatalogue.WorkbookDamaged);
    }

    [Fact]
    public void A_text_in_a_hundred_thousand_pieces_is_one_text()
    {
        var pieces = string.Concat(Enumerable.Repeat("<![CDATA[a]]>", 30_000));
        var raw = Read(Of(Header, Row(2, [.. Split("2012-13|net_budget||1200|gbp|actual"),
            $"<c t=\"inlineStr\"><is><t>{pieces}</t></is></c>"])));
        Assert.Equal(new string('a', 30_000), raw.Rows[0]["note"]);
    }

    [Fact]
    public void Cells_of_many_runs_are_read_in_one_go()
    {
        var runs = string.Concat(Enumerable.Repeat("<r><t>a</t></r>", 30_000));
        var cell = $"<c t=\"inlineStr\"><is>{runs}</is></c>";
        var raw = Read(Of([Header, .. Enumerable.Range(2, 34)
            .Select(line => Row(line, [.. Split("2012-13|net_budget||1200|gbp|actual"), cell]))]), new(), 10_000);
        Assert.Equal(34, raw.Rows.Count);
    }

    [Fact]
    public void Reading_ends_where_the_caller_no_longer_waits()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        Assert.Throws<OperationCanceledException>(() => ReturnReader.Read(ReturnKind.Budget, "xlsx", Of(Header, Good),
            ReadingLimits.Default, gone.Token));
    }

    private static RawReturn Read(byte[] bytes, WorkbookLimits? limits = null, int ratio = 200) =>
        Returns.Read(bytes, "xlsx", new ReadingLimits { Workbook = limits ?? new(), MaxInflationRatio = ratio });

    /// <summary>A sheet of 50,000 empty cells above its rows, under so many names.</summary>
    private static byte[] Named(int names)
    {
        var empty = string.Concat(Enumerable.Repeat("<c s=\"1\"/>", 50_000 / 10));
        string[] rows = [.. Enumerable.Range(1, 10).Select(line => Row(line, empty)), Row(11, Split(Header)), Row(12, Split(Good))];
        var sheets = string.Concat(Enumerable.Range(2, names - 1).Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"r1\"/>"));
        return new WorkbookFile { Book = sheets }.With("Return", rows).ToArray();
    }

    private static long Allocated(byte[] book)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(book);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
