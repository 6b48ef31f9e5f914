using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reading.Workbooks;
using CsvHelper;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

public sealed partial class NumberFormatTests
{
    /// <summary>What two independent programs, SSF 0.11.2 and numfmt 4.0.1, agree that Excel shows; where they differ (mostly ties in
    /// binary) the row is left out.</summary>
    private static readonly string Facts = Path.Combine(AppContext.BaseDirectory, "Reading", "Workbooks", "number-formats.csv");

    [Fact]
    public void Numbers_are_shown_as_two_independent_programs_show_them()
    {
        using var reader = CsvReader.FromText(File.ReadAllText(Facts), CsvReaderOptions.Default);
        var (shown, wrong) = (0, new List<string>());
        while (reader.Read())
        {
            var (code, number, expected) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            var format = NumberFormat.Of(code);
            var value = decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
            // Fractions and dates are not written out: they are read where they are exact, or refused.
            if (format.For(value).Section.Kind is FormatKind.Fraction or FormatKind.Date)
            {
                continue;
            }

            shown++;
            var text = Spaces().Replace(ShownNumber.Of(value, format).Display, " ").Trim();
            if (text != expected)
            {
                wrong.Add($"{number} as {code}: {text} for {expected}");
            }
        }

        Assert.InRange(shown, 1_900, int.MaxValue);
        Assert.Empty(wrong);
    }

    [Theory]
    // Excel rounds the fifteen decimal digits that it keeps, half away from zero: in binary 1.005 and 28.5 % lie below the tie.
    [InlineData("1.005", "0.00", "1.01")]
    [InlineData("0.285", "0%", "29%")]
    [InlineData("2.5", "0", "3")]
    [InlineData("-2.5", "0", "-3")]
    [InlineData("0.30000000000000004", "General", "0.3")]
    [InlineData("123456789012", "General", "1.23457E+11")]
    [InlineData("0.000012345678", "General", "1.23457E-05")]
    [InlineData("1234567.891234", "General", "1234567.891")]
    [InlineData("1234567", "# ##0", "1234567")]
    public void A_figure_is_read_as_it_is_shown(string number, string code, string expected) =>
        Assert.Equal(expected, Read(number, code).Text);

    [Theory]
    [InlineData("1234000", "#,##0,", "cell-scaled")]
    [InlineData("1.2", "\"£\"0.0\"m\"", "cell-scaled")]
    [InlineData("1.2", "0.0\\m", "cell-scaled")]
    [InlineData("1.2", "0.0m", "cell-scaled")]
    [InlineData("1234", "[$£-809]0\"k\"", "cell-scaled")]
    [InlineData("1234", "#,##0\" (£000)\"", "cell-scaled")]
    [InlineData("1234", "\"£'000 \"#,##0", "cell-scaled")]
    [InlineData("1.2", "0.0\" million\"", "cell-scaled")]
    [InlineData("1.2", "General\" bn\"", "cell-scaled")]
    [InlineData("150", "0\"p\"", "cell-scaled")]
    [InlineData("9", "0\" FTE\"", "cell-words-left-out")]
    [InlineData("8", "0.0\" per 1,000\"", "cell-words-left-out")]
    [InlineData("52", "0\" weeks\"", "cell-words-left-out")]
    [InlineData("5", "\">\"0", "cell-shown-otherwise")]
    [InlineData("5", "\"approx. \"0", "cell-shown-otherwise")]
    [InlineData("5", "0.00\" CR\"", "cell-shown-otherwise")]
    [InlineData("5", "\"€\"0", "cell-shown-otherwise")]
    [InlineData("5", "$0", "cell-shown-otherwise")]
    [InlineData("-5", "0;0", "cell-shown-otherwise")]
    [InlineData("-5", "0;[Red]0", "cell-shown-otherwise")]
    [InlineData("5", "(0)", "cell-shown-otherwise")]
    [InlineData("5", "-0", "cell-shown-otherwise")]
    [InlineData("5", ";;;", "cell-shown-otherwise")]
    [InlineData("0", "#", "cell-shown-otherwise")]
    [InlineData("0", "0;-0;", "cell-shown-otherwise")]
    [InlineData("0", "0;-0;\"n/a\"", "cell-shown-otherwise")]
    [InlineData("12", "0\"/\"0", "cell-shown-otherwise")]
    [InlineData("0.072", "0%%", "cell-shown-otherwise")]
    [InlineData("0.3331", "# ?/?", "cell-shown-otherwise")]
    [InlineData("1.2345", "0.0", "cell-rounded")]
    [InlineData("0.4", "0", "cell-rounded")]
    public void A_format_that_changes_the_figure_is_a_flaw_of_the_cell(string number, string code, string flaw) =>
        Assert.Equal(flaw, Read(number, code).Flaw);

    [Theory]
    [InlineData("0", "0.0,,\"m\"", "0.0")]
    [InlineData("0", "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", "0")]
    [InlineData("0", "_-\"£\"* #,##0.00_-;-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-", "0")]
    [InlineData("-1234.5", "\"£\"#,##0.00;(\"£\"#,##0.00)", "-£1,234.50")]
    [InlineData("5", "+0;-0", "5")]
    [InlineData("999", "[>=1000000]0.0,,\"m\";0", "999")]
    [InlineData("1.5", "# ?/?", "1.5")]
    [InlineData("5", "0.", "5")]
    [InlineData("5", "0\"*\"", "5")]
    [InlineData("5.0000000001", "0", "5")]
    [InlineData("0.00000000000000005", "0", "0")]
    [InlineData("7.2", "0.0\"%\"", "7.2%")]
    public void Signs_of_accounts_leave_the_figure_as_it_is(string number, string code, string expected) =>
        Assert.Equal((expected, ""), Read(number, code));

    [Fact]
    public void What_is_read_of_a_number_is_the_number_to_the_places_that_are_shown_or_a_flaw()
    {
        string[] before = ["", "\"£\"", "[$£-809]", "_-", "\"c.\"", "(", "-", "\"£'000 \"", "[Red]", "+"];
        string[] digits = ["0", "0.0", "0.00", "#,##0", "#,##0.00", "0,", "0.0,,", "#", "General", "00000", "#.##", "# ##0", "?0.0"];
        string[] after = ["", "", "%", "\"m\"", "\" bn\"", "k", ")", "\"000\"", "\" weeks\"", "_)", "\"*\"", "\" CR\"", "\"%\"", ";0",
            ";;", ";(0)", "\" thousand\""];
        var (random, readable, flawed) = (new Random(20130331), 0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var code = $"{random.GetItems(before, 1)[0]}{random.GetItems(digits, 1)[0]}{random.GetItems(after, 1)[0]}";
            var held = random.Next(-2_000_000, 9_000_000) / (decimal)Math.Pow(10, random.Next(0, 5));
            var (text, flaw) = Read(held.ToString(CultureInfo.InvariantCulture), code);
            if (flaw.Contains("cell-scaled", StringComparison.Ordinal) || flaw.Contains("cell-shown-otherwise", StringComparison.Ordinal))
            {
                flawed++;
                continue;
            }

            // As the officer would have written it into a CSV file; £5% is refused there.
            if (!FiledNumber.TryParse(text, out var number))
            {
                flawed++;
                continue;
            }

            var meant = held * (text.EndsWith('%') && !code.Contains("\"%\"", StringComparison.Ordinal) ? 100 : 1);
            Assert.True(number.Low <= meant && meant <= number.High, $"{held} as {code}: '{text}'");
            readable++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{readable} read as they are shown, {flawed} refused");
        Assert.InRange(readable, 5_000, 15_000);
    }

    [Fact]
    public void Code_of_any_kind_ends_in_a_text_or_a_flaw()
    {
        var random = new Random(20121231);
        for (var i = 0; i < 50_000; i++)
        {
            var code = new string(random.GetItems("0#?.,%;\"\\_*[]<>=@E+-/ymdhs£$ Gk()".AsSpan(), random.Next(1, 25)));
            var flaws = new List<CellFlaw>();
            var number = random.Next(4) == 0 ? 0 : (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-8, 20));
            var format = NumberFormat.Of(code);
            if (format.For((decimal)number).Section.Kind != FormatKind.Date)
            {
                var text = new NumberShowing(0, flaws, true).Text(number, format);
                Assert.True(text.Length > 0 || flaws.Count > 0, $"{number} as {code}");
            }
        }
    }

    private static (string Text, string Flaw) Read(string number, string code)
    {
        var flaws = new List<CellFlaw>();
        var text = new NumberShowing(0, flaws, showsZeros: true)
            .Text(double.Parse(number, CultureInfo.InvariantCulture), NumberFormat.Of(code));
        return (text, string.Join(", ", flaws.Select(flaw => flaw.Definition.Code)));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
