using System.Globalization;
using Benchmarking.Core.Normalising;

namespace Benchmarking.Core.Tests.Normalising;

public sealed class SourceLinesTests
{
    private static readonly int[] EverySecond = [.. Enumerable.Range(1, 50_000).Select(n => 2 * n)];

    [Theory]
    [InlineData("", 0)]
    [InlineData("7", 1, 7)]
    [InlineData("2-3", 2, 2, 3)]
    [InlineData("2,4,6", 3, 2, 4, 6)]
    [InlineData("2-4,9", 4, 9, 3, 2, 4, 3)]
    public void Lines_are_written_as_ranges_upwards_each_once(string text, int count, params int[] lines)
    {
        var written = SourceLines.Of(lines);
        Assert.Equal((text, text, count, null), (written.ToString(), written.Shown, written.Count, written.List));
    }

    [Fact]
    public void Every_row_of_a_long_file_is_one_range()
    {
        var lines = SourceLines.Of(Enumerable.Range(2, 100_000));
        Assert.Equal(("2-100001", 100_000, null, 2), (lines.Shown, lines.Count, lines.List, lines.First));
    }

    [Fact]
    public void Of_lines_with_gaps_between_them_the_first_are_shown_and_the_rest_is_a_list()
    {
        var lines = SourceLines.Of(EverySecond);
        Assert.Equal((50_000, "2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,38,40"), (lines.Count, lines.Shown));
        Assert.Equal(EverySecond, lines.ToString().Split(',').Select(line => int.Parse(line, CultureInfo.InvariantCulture)));

        // SHA-256 of "2,4,…,100000", its first 16 digits, by sha256sum
        Assert.Equal("bad0b3fc5b26ac7f", lines.List);
    }

    [Fact]
    public void As_many_ranges_as_are_shown_need_no_list() =>
        Assert.Equal([null, "5e93"], new[] { 20, 21 }.Select(ranges => SourceLines.Of(EverySecond.Take(ranges)).List?[..4]));

    [Fact]
    public void What_was_stored_says_the_same_and_does_not_pretend_to_know_the_rest()
    {
        var lines = SourceLines.Of(EverySecond);
        var stored = SourceLines.Read(lines.Shown, lines.Count, lines.List);
        Assert.Equal((lines.Shown, lines.Count, lines.List, lines.First), (stored.Shown, stored.Count, stored.List, stored.First));
        Assert.Throws<InvalidOperationException>(stored.ToString);
        Assert.Throws<InvalidOperationException>(() => stored.With(SourceLines.Of([1])));
        Assert.Equal("2-3,7", SourceLines.Read("2-3,7", null, null).ToString());
    }

    [Fact]
    public void Lines_of_two_quantities_are_put_together_once() =>
        Assert.Equal("2-6,9", SourceLines.Of([2, 3, 9]).With(SourceLines.Of([3, 4, 5, 6])).ToString());
}
