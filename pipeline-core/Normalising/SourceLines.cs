using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarking.Core.Normalising;

/// <summary>The lines of a file on which a figure rests, as ranges upwards. A figure may rest on every row of a file, so that what is
/// stored with it and shown has the first ranges alone; the whole list is kept beside the receipt under <c>List</c>, the hash of its text,
/// null where none is longer.</summary>
public sealed class SourceLines
{
    /// <summary>Ranges that are stored with a figure and shown in an answer.</summary>
    public const int MostShown = 20;

    private const int HashLength = 8;

    private readonly IReadOnlyList<LineRange> ranges;
    private readonly Lazy<string?> list;

    private SourceLines(IReadOnlyList<LineRange> ranges, int count, Lazy<string?> list) =>
        (this.ranges, Count, this.list) = (ranges, count, list);

    /// <summary>How many lines there are, shown or not.</summary>
    public int Count { get; }

    public string? List => list.Value;

    /// <summary>The first line; null where there is none.</summary>
    public int? First => ranges.Count > 0 ? ranges[0].First : null;

    /// <summary>The first ranges, such as <c>2-28001,28003</c>.</summary>
    public string Shown => string.Join(',', ranges.Take(MostShown));

    /// <summary>True where all ranges are known here; false where they were read from storage, which has the first alone.</summary>
    private bool IsWhole => ranges.Count != MostShown || List is null;

    public static SourceLines Of(IEnumerable<int> lines)
    {
        var (ranges, count) = (new List<LineRange>(), 0);
        foreach (var line in lines.Order())
        {
            if (ranges is [.., var last] && line <= last.Last + 1)
            {
                count += line - last.Last;
                ranges[^1] = last with { Last = line };
            }
            else
            {
                ranges.Add(new LineRange(line, line));
                count++;
            }
        }

        return new SourceLines(ranges, count, new Lazy<string?>(() => ranges.Count > MostShown ? Hash(Text(ranges)) : null));
    }

    /// <summary>Lines as stored: what was shown and, where there are more, how many in all and under which list.</summary>
    public static SourceLines Read(string shown, int? count, string? list)
    {
        var ranges = shown.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(LineRange.Parse).ToArray();
        return new SourceLines(ranges, count ?? ranges.Sum(range => range.Count), new Lazy<string?>(list));
    }

    /// <summary>The lines of both; both must be whole.</summary>
    public SourceLines With(SourceLines other) =>
        Of(Whole().Concat(other.Whole()).SelectMany(range => Enumerable.Range(range.First, range.Count)).Distinct());

    /// <summary>Every range, as the list is kept.</summary>
    public override string ToString() => Text(Whole());

    private IReadOnlyList<LineRange> Whole() =>
        IsWhole ? ranges
            : throw new InvalidOperationException($"Only the first of {Count} lines are known here; the rest are in list {List}.");

    private static string Text(IEnumerable<LineRange> ranges) => string.Join(',', ranges);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashLength));

    private readonly record struct LineRange(int First, int Last)
    {
        public int Count => Last - First + 1;

        public static LineRange Parse(string text)
        {
            var ends = text.Split('-');
            return new LineRange(Number(ends[0]), Number(ends[^1]));
        }

        public override string ToString() => First == Last ? Text(First) : $"{Text(First)}-{Text(Last)}";

        private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

        private static string Text(int line) => line.ToString(CultureInfo.InvariantCulture);
    }
}
