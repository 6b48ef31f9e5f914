using System.IO.Compression;
using System.Text;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>No bytes whatever may end in an exception, and whatever gives no row must say why. Seeded, so that a failure comes
/// again.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20121231;

    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(
        $"{Returns.Header}\r\n2012-13,net_budget,\"a, \"\"b\"\"\",\"£1,234.50\",gbp,actual,\"two\r\nlines\"\r\n"
            + $"2012-13,b,,2,gbp,actual,\r\n");

    private static readonly byte[] Book = new WorkbookFile()
        .With("Return", [.. Returns.Good.Trim().Replace(',', '|').Split('\n')],
            after: "<mergeCells><mergeCell ref=\"A9:B9\"/></mergeCells>")
        .With("Other", ["x|y"])
        .ToArray();

    [Fact]
    public void Random_bytes_end_in_findings()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Survives(bytes);
        }
    }

    [Fact]
    public void A_good_CSV_with_bytes_changed_lost_or_added_ends_in_rows_or_findings()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 6000; i++)
        {
            Survives(Mutated(Csv, random, ",;\t\"\r\n\0£ "u8));
        }
    }

    [Fact]
    public void A_good_workbook_with_bytes_changed_lost_or_added_ends_in_rows_or_findings()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 1500; i++)
        {
            Survives(Mutated(Book, random, "PK\0"u8));
        }
    }

    [Fact]
    public void A_workbook_whose_parts_were_changed_ends_in_rows_or_findings()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 1500; i++)
        {
            Survives(WithPartsChanged(random));
        }
    }

    [Fact]
    public void Checked_quotes_and_parser_agree_on_the_rows_of_any_text()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(random.GetItems("\"\"\",,\r\n\nab ".AsSpan(), random.Next(40))) + '\n';
            var quotes = new QuoteCheck(text, ',', 1);
            Assert.True(quotes.LastRow == DelimitedText.Records(quotes.Mended, ',').Count(), text);
        }
    }

    private static void Survives(byte[] bytes)
    {
        var raw = Returns.Read(bytes);

        Assert.True(raw.Rows.Count > 0 || raw.Findings.Any(finding => finding.Severity == Severity.Error), Convert.ToHexString(bytes));
        Assert.True(raw.RowsRead >= raw.Rows.Count, Convert.ToHexString(bytes));
    }

    private static byte[] Mutated(byte[] good, Random random, ReadOnlySpan<byte> favourites)
    {
        var bytes = new List<byte>(good);
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var other = random.Next(2) == 0 ? favourites[random.Next(favourites.Length)] : (byte)random.Next(256);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = other;
                    break;
                case 1:
                    bytes.Insert(at, other);
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] WithPartsChanged(Random random)
    {
        using var source = new ZipArchive(new MemoryStream(Book));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var part = entry.Open();
                using var buffer = new MemoryStream();
                part.CopyTo(buffer);
                using var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                copy.Write(random.Next(3) == 0 ? Mutated(buffer.ToArray(), random, "0123456789<>\"=/ "u8) : buffer.ToArray());
            }
        }

        return stream.ToArray();
    }
}
