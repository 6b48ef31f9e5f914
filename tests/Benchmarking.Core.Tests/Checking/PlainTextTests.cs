using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

/// <summary>Texts that others will read hold nothing that is not what it looks like.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("right\u202Eleft", "U+202E")]
    [InlineData("isolate\u2066d", "U+2066")]
    [InlineData("line\nbreak", "U+000A")]
    [InlineData("bell\u0007", "U+0007")]
    [InlineData("\u009Bescape", "U+009B")]
    [InlineData("zero\u200Bwidth", "U+200B")]
    [InlineData("\uFF1D1+1", "U+FF1D")]
    [InlineData("\u3164", "U+3164")]
    [InlineData("para\u2029graph", "U+2029")]
    [InlineData("private\uE000", "U+E000")]
    public void What_is_not_seen_turns_the_text_or_is_at_full_width_is_unfit(string text, string named) =>
        Assert.Equal(named, Characters.Named(Characters.Unfit(text)!.Value));

    /// <summary>An attribute cannot hold it.</summary>
    [Fact]
    public void Half_of_a_pair_is_unfit() => Assert.Equal('\uD83D', Characters.Unfit("half \uD83D"));

    [Theory]
    [InlineData("Siân O’Connor – Ynys Môn")]
    [InlineData("£1.2m: \"prevention\" & re-ablement (50 %)")]
    [InlineData("Łódź, Ἀθῆναι, 北京, 🙂")]
    [InlineData("")]
    public void Names_as_people_write_them_are_fit(string text) => Assert.Null(Characters.Unfit(text));

    [Fact]
    public void Direction_marks_are_written_out_and_nothing_else_is()
    {
        Assert.Equal("a[U+202E]b[U+2069]", Characters.WithoutTurns("a\u202Eb\u2069"));
        Assert.Equal("Siân \u200B 🙂", Characters.WithoutTurns("Siân \u200B 🙂"));
    }

    [Theory]
    [InlineData("""{"label": "\uD83D"}""", "text-half-pair", "'label'")]
    [InlineData("""{"label": ["good", "\uDE00\uD83D"]}""", "text-half-pair", "'label'")]
    [InlineData("""{"\uDC00": 1}""", "text-half-pair", "The name of a field")]
    [InlineData("""{"label": {"name": "a\u202Eb"}}""", "text-unfit", "'name' holds U+202E")]
    [InlineData("""{"a\u0000": 1}""", "text-unfit", "U+0000")]
    [InlineData("""{"label": "a\nb"}""", "text-unfit", "U+000A")]
    public void A_fault_in_a_json_text_is_told_with_its_field(string json, string code, string told)
    {
        var fault = JsonText.FaultIn(Encoding.UTF8.GetBytes(json))!;
        Assert.Equal(code, fault.Code);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7B226C6162656C223A2022FF227D")]
    [InlineData("7B226C6162656C223A2022C3227D")]
    [InlineData("7B226C6162656C223A2022EDA080227D")]
    [InlineData("FEFF007B007D")]
    public void Bytes_that_are_not_utf_8_are_a_fault(string hex) =>
        Assert.Equal("body-not-utf-8", JsonText.FaultIn(Convert.FromHexString(hex))!.Code);

    [Theory]
    [InlineData("""{"label": "\uD83D\uDE00 good"}""")]
    [InlineData("{\"label\": ")]
    [InlineData("")]
    public void Good_texts_and_what_is_no_json_are_none_of_its_business(string json) =>
        Assert.Null(JsonText.FaultIn(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_label_of_ones_own_that_turns_the_text_round_is_an_error() =>
        Assert.Equal(
            ["character-strange 2 subcategory"],
            TestReturn.LinesOf(TestReturn.Savings.Row("category=prevention; subcategory=a\u202Eb").Check())
                .Where(line => line.Contains("subcategory", StringComparison.Ordinal)));
}
