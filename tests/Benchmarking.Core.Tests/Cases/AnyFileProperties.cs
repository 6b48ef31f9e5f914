using System.Globalization;
using System.Text.Json;
using System.Text;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>Any file whatever, under any name, ends in a receipt. Seeded, so that a failure comes again; the files are the cases,
/// changed, cut, crossed with each other, and plain noise.</summary>
public sealed class AnyFileProperties
{
    /// <summary>How many files are tried; 100,000 take some minutes.</summary>
    private const string Lever = "ANY_FILES";

    /// <summary>A file to which each file's number, status and a fingerprint of its receipt are written, so that two versions of the
    /// checks can be told apart file by file.</summary>
    private const string Ledger = "ANY_FILES_LEDGER";

    private const int Usual = 3_000;
    private const int Seed = 20130331;
    private const int LargestCase = 20_000;
    private const int MaxBytes = 10 * 1024 * 1024;

    private static readonly string[] Names =
    [
        "cheshire-east/2012-13/savings.csv", "cheshire-east/2012-13/budget.csv", "cheshire-east/2012-13/activity.csv",
        "cheshire-east/2012-13/prices.csv",
        "hackney/2013-14/savings.xlsx", "tri-borough/2011-12/budget.xlsx", "nowhere/2012-13/savings.csv",
        "cheshire-east/2012-14/savings.csv", "a", "", "//",
        "cheshire-east/2098-99/savings.csv", "cheshire-east/1990-91/activity.csv",
    ];

    private static readonly (string Name, byte[] Bytes)[] Good =
        [.. CaseFolder.All.Select(folder => (folder.Blob, folder.Bytes)).Where(file => file.Bytes.Length is > 0 and < LargestCase)];

    /// <summary>What other returns say: good cases, those of last year's among them, and peers of every metric.</summary>
    private static readonly CheckingContext OtherReturns = new()
    {
        Accepted = CaseContext.Everything,
        Partners = CaseContext.Everything,
        Peers =
        [
            .. from metric in ReferenceData.Current.Metrics.All
               from council in ReferenceData.Current.Councils.In(new FinancialYear(2012)).Take(20).Index()
               select new PeerValue(metric.Code, FigureStatus.Actual, council.Item.Code, new FinancialYear(2011), 1 + council.Index),
        ],
    };

    private static int Files => int.TryParse(
        Environment.GetEnvironmentVariable(Lever), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;

    [Fact]
    public void Any_file_ends_in_a_receipt()
    {
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var ledger = Environment.GetEnvironmentVariable(Ledger) is { Length: > 0 } path ? new StreamWriter(path) : null;
        for (var i = 0; i < Files; i++)
        {
            var chance = new Random(Seed + i);
            var (own, bytes) = AnyFile(chance);
            var name = chance.Next(4) == 0 ? Names[chance.Next(Names.Length)] : own;
            try
            {
                var receipt = ReceiptFor(name, bytes, i % 2 == 0 ? OtherReturns : null);
                GivenBack(receipt, bytes, asWorkbook: i % 4 == 0);
                var status = Codes.Of(receipt.Status);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                var print = Receipt.Fingerprint(JsonSerializer.SerializeToUtf8Bytes(receipt, PublishedJson.Options));
                ledger?.WriteLine($"{i},{status},{string.Join(' ', receipt.Findings.Select(finding => finding.Code).Distinct())},{print}");
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"File {i} at '{name}': "
                    + $"{Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 2_000)))}", thrown);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Value} {pair.Key}")));
        Assert.Equal(Codes.All<ReturnStatus>().Except(["withdrawn"]).Order(StringComparer.Ordinal), statuses.Keys);
    }

    private static Receipt ReceiptFor(string name, byte[] bytes, CheckingContext? context)
    {
        var file = new FiledReturn(name, Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        var result =
            ReturnPipeline.Check(file, ReturnPath.TryParse(name, out var path) ? path : null, MaxBytes, ReferenceData.Current, context);
        var receipt = ReturnPipeline.Receipt(file, result, null, null, ReferenceData.Current);
        Assert.Equal(receipt.Counts.Error > 0, receipt.Status == ReturnStatus.Rejected);
        Assert.Equal(receipt.Counts.Total, receipt.FindingsTotal);
        Assert.InRange(receipt.Findings.Count, Math.Min(receipt.FindingsTotal, 1), receipt.FindingsTotal);
        Assert.NotEqual("", JsonSerializer.Serialize(receipt, PublishedJson.Options));
        return receipt;
    }

    /// <summary>Whatever was filed can be read as a page and comes back with every listed finding.</summary>
    private static void GivenBack(Receipt receipt, byte[] bytes, bool asWorkbook)
    {
        Assert.NotEqual("", ReceiptText.Of(receipt));
        var workbook = new FindingsWorkbook(receipt, bytes);
        var cells = workbook.Rows.Select(row => row.Count == 0 ? "" : row[^1]).ToArray();
        Assert.All(receipt.Findings.Take(3),
            finding => Assert.Contains(cells, cell => cell.Contains(finding.Message, StringComparison.Ordinal)));
        if (asWorkbook)
        {
            Assert.NotEmpty(workbook.ToWorkbook());
        }
    }

    private static (string Name, byte[] Bytes) AnyFile(Random chance)
    {
        var (name, good) = Good[chance.Next(Good.Length)];
        return (name, chance.Next(8) switch
        {
            0 => Noise(chance),
            1 => Encoding.UTF8.GetBytes(
                new string(chance.GetItems("\"\"',;\t\r\n|£%()-.0123456789abcdefghi=\uFEFF\u0000é".AsSpan(), chance.Next(600)))),
            2 => Crossed(good, Good[chance.Next(Good.Length)].Bytes, chance),
            3 => good,
            _ => Mutated(good, chance),
        });
    }

    private static byte[] Noise(Random chance)
    {
        var noise = new byte[chance.Next(400)];
        chance.NextBytes(noise);
        return noise;
    }

    private static byte[] Crossed(byte[] first, byte[] second, Random chance) =>
        [.. first.AsSpan(0, chance.Next(first.Length + 1)), .. second.AsSpan(chance.Next(second.Length))];

    private static byte[] Mutated(byte[] good, Random chance)
    {
        var bytes = new List<byte>(good);
        for (var changes = chance.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = chance.Next(bytes.Count);
            var other = chance.Next(2) == 0 ? ",;\t\"\r\n\0-.%9 "u8[chance.Next(12)] : (byte)chance.Next(256);
            switch (chance.Next(5))
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
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, chance.Next(Math.Min(bytes.Count - at, 200))));
                    break;
                default:
                    bytes.RemoveRange(at, chance.Next(Math.Min(bytes.Count - at, 60)));
                    break;
            }
        }

        return [.. bytes];
    }
}
