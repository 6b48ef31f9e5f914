using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class FiledNumberTests
{
    [Theory]
    [InlineData("0", "0", "0.5")]
    [InlineData("1234567", "1234567", "0.5")]
    [InlineData("1,234,567.00", "1234567", "0.005")]
    [InlineData("1,234", "1234", "0.5")]
    [InlineData("1.234", "1.234", "0.0005")]
    [InlineData("£1,234.50", "1234.5", "0.005")]
    [InlineData("£ 1,234.50", "1234.5", "0.005")]
    [InlineData("£\u00A01,234", "1234", "0.5")]
    [InlineData("\u00A012\u00A0", "12", "0.5")]
    [InlineData("£1.2m", "1200000", "50000")]
    [InlineData("1.2m", "1200000", "50000")]
    [InlineData("1.2M", "1200000", "50000")]
    [InlineData("£1.2 million", "1200000", "50000")]
    [InlineData("£3k", "3000", "500")]
    [InlineData("3.25K", "3250", "5")]
    [InlineData("3.12345k", "3123.45", "0.005")]
    [InlineData("10 thousand", "10000", "500")]
    [InlineData("(1,033)", "-1033", "0.5")]
    [InlineData("(£1,033)", "-1033", "0.5")]
    [InlineData("£(1,033)", "-1033", "0.5")]
    [InlineData("( 1.2m )", "-1200000", "50000")]
    [InlineData("-5", "-5", "0.5")]
    [InlineData("- 5", "-5", "0.5")]
    [InlineData("\u22125.5", "-5.5", "0.05")]
    [InlineData("-£1.2m", "-1200000", "50000")]
    [InlineData("£-1.2m", "-1200000", "50000")]
    [InlineData(".5", "0.5", "0.05")]
    [InlineData("-.25", "-0.25", "0.005")]
    [InlineData("007", "7", "0.5")]
    [InlineData("1 234 567", "1234567", "0.5")]
    [InlineData("1\u00A0234\u00A0567", "1234567", "0.5")]
    [InlineData("£1\u202F234\u202F567.50", "1234567.5", "0.005")]
    [InlineData("1\u2009234", "1234", "0.5")]
    [InlineData("1\u3000234", "1234", "0.5")]
    [InlineData("1'234'567", "1234567", "0.5")]
    [InlineData("1’234", "1234", "0.5")]
    [InlineData("\u2013\u00A3500", "-500", "0.5")]
    [InlineData("\uFF0D500", "-500", "0.5")]
    [InlineData("\uFF15", "5", "0.5")]
    [InlineData("500\u200B000", "500000", "0.5")]
    [InlineData("\u202D500000\u202C", "500000", "0.5")]
    [InlineData("500\uFEFF000", "500000", "0.5")]
    [InlineData("7.2", "7.2", "0.05")]
    [InlineData("7.20", "7.2", "0.005")]
    [InlineData("7.2%", "7.2", "0.05")]
    [InlineData("7.2 %", "7.2", "0.05")]
    [InlineData("(7%)", "-7", "0.5")]
    [InlineData("0.30000000000000004", "0.30000000000000004", "0.000000000000000005")]
    public void A_number_is_read_as_written_with_half_a_unit_of_its_last_place(string text, string value, string slack)
    {
        Assert.True(FiledNumber.TryParse(text, out var number));
        Assert.Equal(Exact(value), number.Value);
        Assert.Equal(Exact(slack), number.Slack);
        Assert.Equal(text.Trim(), number.AsFiled);
    }

    [Theory]
    [InlineData("", NumberFault.Blank)]
    [InlineData(" \u00A0", NumberFault.Blank)]
    [InlineData("n/a", NumberFault.Placeholder)]
    [InlineData("N/A", NumberFault.Placeholder)]
    [InlineData("-", NumberFault.Placeholder)]
    [InlineData("–", NumberFault.Placeholder)]
    [InlineData("tbc", NumberFault.Placeholder)]
    [InlineData("[c]", NumberFault.Placeholder)]
    [InlineData("[x]", NumberFault.Placeholder)]
    [InlineData("[z]", NumberFault.Placeholder)]
    [InlineData("[low]", NumberFault.Placeholder)]
    [InlineData("*", NumberFault.Placeholder)]
    [InlineData("nil", NumberFault.Placeholder)]
    [InlineData("NaN", NumberFault.Placeholder)]
    [InlineData("1,23,4", NumberFault.Grouping)]
    [InlineData("12,34,567", NumberFault.Grouping)]
    [InlineData("1,2", NumberFault.Grouping)]
    [InlineData("1,2345", NumberFault.Grouping)]
    [InlineData("1234,567", NumberFault.Grouping)]
    [InlineData("0,123", NumberFault.Grouping)]
    [InlineData("1,,234", NumberFault.Grouping)]
    [InlineData("1.234.567", NumberFault.Grouping)]
    [InlineData("1.234,50", NumberFault.Grouping)]
    [InlineData("£1.234.567,00", NumberFault.Grouping)]
    [InlineData("1 23 4", NumberFault.Grouping)]
    [InlineData("0 123", NumberFault.Grouping)]
    [InlineData("1 234,50", NumberFault.Grouping)]
    [InlineData("1 234'567", NumberFault.Grouping)]
    [InlineData("52 weeks", NumberFault.WithWords)]
    [InlineData("20 places", NumberFault.WithWords)]
    [InlineData("9 FTE", NumberFault.WithWords)]
    [InlineData("£18.50 per hour", NumberFault.WithWords)]
    [InlineData("GBP 500,000", NumberFault.WithWords)]
    [InlineData("1,234*", NumberFault.WithWords)]
    [InlineData("6.2[r]", NumberFault.WithWords)]
    [InlineData("500¹", NumberFault.WithWords)]
    [InlineData("5 decimals", NumberFault.WithWords)]
    [InlineData("9 March", NumberFault.Date)]
    [InlineData(":", NumberFault.Placeholder)]
    [InlineData("k", NumberFault.Placeholder)]
    [InlineData("…", NumberFault.Placeholder)]
    [InlineData("[low]\u200B", NumberFault.Placeholder)]
    [InlineData("1.2E+06", NumberFault.Scientific)]
    [InlineData("-1.2e6", NumberFault.Scientific)]
    [InlineData("£3E5", NumberFault.Scientific)]
    [InlineData("02-Jan", NumberFault.Date)]
    [InlineData("Jan-02", NumberFault.Date)]
    [InlineData("01/02/2013", NumberFault.Date)]
    [InlineData("2013-02-01", NumberFault.Date)]
    [InlineData("#REF!", NumberFault.SpreadsheetError)]
    [InlineData("#DIV/0!", NumberFault.SpreadsheetError)]
    [InlineData("#####", NumberFault.SpreadsheetError)]
    [InlineData("5-6", NumberFault.NotExact)]
    [InlineData("£1.2m-£1.4m", NumberFault.NotExact)]
    [InlineData("5 to 6", NumberFault.NotExact)]
    [InlineData("<5", NumberFault.NotExact)]
    [InlineData("c. £5m", NumberFault.NotExact)]
    [InlineData("about 5", NumberFault.NotExact)]
    [InlineData("~5", NumberFault.NotExact)]
    [InlineData("5+", NumberFault.NotExact)]
    [InlineData("12345678901234567890123456789", NumberFault.TooLarge)]
    [InlineData("0.1234567890123456789012345678901", NumberFault.TooLarge)]
    [InlineData("999999999m", NumberFault.TooLarge)]
    [InlineData("1000000000001", NumberFault.TooLarge)]
    [InlineData("(-5)", NumberFault.Unreadable)]
    [InlineData("--5", NumberFault.Unreadable)]
    [InlineData("(5", NumberFault.Unreadable)]
    [InlineData("5)", NumberFault.Unreadable)]
    [InlineData("££5", NumberFault.Unreadable)]
    [InlineData("€5", NumberFault.Unreadable)]
    [InlineData("$5", NumberFault.Unreadable)]
    [InlineData("5mm", NumberFault.Unreadable)]
    [InlineData("5bn", NumberFault.Unreadable)]
    [InlineData("£5%", NumberFault.Unreadable)]
    [InlineData("5k%", NumberFault.Unreadable)]
    [InlineData("٥", NumberFault.Unreadable)]
    [InlineData("500\u00AD000", NumberFault.Unreadable)]
    [InlineData("\u202E321", NumberFault.Unreadable)]
    [InlineData("five", NumberFault.Unreadable)]
    [InlineData("1,000-", NumberFault.Unreadable)]
    [InlineData("1,000 DR", NumberFault.Unreadable)]
    [InlineData("1000CR", NumberFault.Unreadable)]
    [InlineData("50p", NumberFault.Unreadable)]
    [InlineData("50 pence", NumberFault.Unreadable)]
    [InlineData("500 (£k)", NumberFault.Unreadable)]
    [InlineData("500 in thousands", NumberFault.Unreadable)]
    [InlineData("500 GBP millions", NumberFault.Unreadable)]
    [InlineData("500 €", NumberFault.Unreadable)]
    [InlineData("500 euros", NumberFault.Unreadable)]
    [InlineData("£18.50 p/h", NumberFault.WithWords)]
    [InlineData("600 p.w.", NumberFault.WithWords)]
    [InlineData("30 places (permanent)", NumberFault.WithWords)]
    [InlineData("1,234 [b]", NumberFault.WithWords)]
    [InlineData("1,234 (p)", NumberFault.WithWords)]
    [InlineData("†", NumberFault.Placeholder)]
    [InlineData("(x)", NumberFault.Placeholder)]
    [InlineData("[note 2]", NumberFault.Placeholder)]
    public void What_is_not_plainly_one_number_is_refused_with_the_reason(string text, NumberFault fault)
    {
        Assert.False(FiledNumber.TryParse(text, null, out var number, out var found));
        Assert.Null(number);
        Assert.Equal(fault, found);
    }

    [Theory]
    [InlineData("7.2%", Unit.PercentOfNetBudget, NumberFault.None)]
    [InlineData("7.2%", Unit.Gbp, NumberFault.PercentSignUnfit)]
    [InlineData("7.2%", Unit.Per1000, NumberFault.PercentSignUnfit)]
    [InlineData("£7", Unit.Gbp, NumberFault.None)]
    [InlineData("£7", Unit.GbpPerHour, NumberFault.None)]
    [InlineData("£7", Unit.Count, NumberFault.PoundSignUnfit)]
    [InlineData("£7", Unit.Percent, NumberFault.PoundSignUnfit)]
    [InlineData("£1.2m", Unit.Gbp, NumberFault.None)]
    [InlineData("£1.2m", Unit.GbpMillions, NumberFault.ScaledTwice)]
    [InlineData("3k", Unit.GbpThousands, NumberFault.ScaledTwice)]
    [InlineData("3k", Unit.Count, NumberFault.None)]
    public void Signs_and_multipliers_must_suit_the_unit(string text, Unit unit, NumberFault fault)
    {
        Assert.Equal(fault == NumberFault.None, FiledNumber.TryParse(text, unit, out _, out var found));
        Assert.Equal(fault, found);
    }

    [Theory]
    [InlineData("7.2", 1)]
    [InlineData("12", 0)]
    [InlineData("£1.2m", 0)]
    [InlineData("3.12345k", 2)]
    public void The_places_stated_are_known(string text, int decimals)
    {
        Assert.True(FiledNumber.TryParse(text, out var number));
        Assert.Equal(decimals, number.Decimals);
    }

    [Fact]
    public void An_absurdly_long_text_is_refused_at_once()
    {
        Assert.False(FiledNumber.TryParse(new string('9', 1_000_000), null, out _, out var fault));
        Assert.Equal(NumberFault.TooLarge, fault);
        Assert.False(FiledNumber.TryParse(new string('y', 1_000_000), null, out _, out fault));
        Assert.Equal(NumberFault.Unreadable, fault);
    }

    private static decimal Exact(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
