using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

public sealed class EncodingTests
{
    private const string Pounds = Returns.Header + "\n2012-13,net_budget,,\"£1,234.50\",gbp,actual,café\n";

    private static readonly string[] Expected = ["2: 2012-13 | net_budget |  | £1,234.50 | gbp | actual | café"];

    public static TheoryData<string, byte[]> Unicode => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Pounds) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Pounds)] },
        { "UTF-16 little-endian with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Pounds)] },
        { "UTF-16 big-endian with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Pounds)] },
        { "UTF-16 little-endian", Encoding.Unicode.GetBytes(Pounds) },
        { "UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(Pounds) },
    };

    [Theory]
    [MemberData(nameof(Unicode))]
    public void Every_Unicode_form_gives_the_same_row_and_no_finding(string form, byte[] file)
    {
        var raw = Returns.Read(file);

        Assert.True(raw.Findings.Count == 0, form);
        Assert.Equal(Expected, raw.Shown());
    }

    [Fact]
    public void Windows_1252_gives_the_same_row_and_a_notice_with_the_line()
    {
        var raw = Returns.Read(Encoding.Latin1.GetBytes(Pounds));

        Assert.Equal(Expected, raw.Shown());
        Assert.Equal(2, raw.Only(FindingCatalogue.EncodingGuessed).Line);
    }

    [Fact]
    public void The_quotes_dashes_and_euro_sign_of_Windows_1252_are_read()
    {
        byte[] note = [0x93, 0x80, 0x94, 0x96, 0x85];

        var raw = Returns.Read([.. Encoding.ASCII.GetBytes(Returns.Header + "\n2012-13,net_budget,,1,gbp,actual,"), .. note]);

        Assert.Equal("“€”–…", raw.Rows[0]["note"]);
    }

    [Theory]
    [InlineData(0x81)]
    [InlineData(0x8D)]
    [InlineData(0x8F)]
    [InlineData(0x90)]
    [InlineData(0x9D)]
    public void A_byte_without_a_meaning_is_an_error_with_its_line(byte meaningless)
    {
        var raw = Returns.Read([.. Encoding.ASCII.GetBytes(Returns.Good), meaningless]);

        Assert.Equal(4, raw.Only(FindingCatalogue.EncodingUnreadable).Line);
        Assert.Empty(raw.Rows);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "UTF-8 with mark, cut off", [0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes("a\r\n"), 0xC2] },
        { "UTF-16, half a character", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\r\nb"), 0x41, 0xD8] },
        { "UTF-16, low half first", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\r\nb"), 0x41, 0xDC] },
        { "UTF-16, cut off", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\r\nb"), 0x41] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_Unicode_is_an_error_with_its_line(string form, byte[] file) =>
        Assert.True(Returns.Read(file).Only(FindingCatalogue.EncodingUnreadable).Line == 2, form);

    [Theory]
    [InlineData('\0', "U+0000")]
    [InlineData('\u001A', "U+001A")]
    [InlineData('\u007F', "U+007F")]
    public void A_control_character_is_an_error_with_its_line(char control, string name)
    {
        var finding = Returns.Read($"{Returns.Good}2012-13,{control},x").Only(FindingCatalogue.ControlCharacter);

        Assert.Equal((4, name), (finding.Line, finding.Value));
    }

    [Theory]
    [InlineData("Â£5")]
    [InlineData("councilâ€™s")]
    [InlineData("caf\uFFFD")]
    public void Garbled_text_is_noticed(string note)
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,net_budget,,1,gbp,actual,{note}");

        Assert.Equal(2, raw.Only(FindingCatalogue.TextGarbled).Line);
        Assert.Single(raw.Rows);
    }
}
