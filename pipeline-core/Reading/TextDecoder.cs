using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Bytes to text: a byte order mark decides; without one UTF-16 is known by its zero bytes, then strict UTF-8 is tried,
/// and what is left is Windows-1252. Nothing is replaced: a byte that means nothing is an error with its line.</summary>
internal static class TextDecoder
{
    private const int SampleLength = 4096;

    public static string? Decode(ReadOnlySpan<byte> bytes, List<Finding> findings) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8Text(bytes[3..], out var badByte) ?? Refuse(bytes[..(badByte + 3)], "UTF-8", findings),
        [0xFF, 0xFE, ..] => Utf16Text(bytes[2..], bigEndian: false, findings),
        [0xFE, 0xFF, ..] => Utf16Text(bytes[2..], bigEndian: true, findings),
        _ when ZerosAt(bytes, 1) => Utf16Text(bytes, bigEndian: false, findings),
        _ when ZerosAt(bytes, 0) => Utf16Text(bytes, bigEndian: true, findings),
        _ => Utf8Text(bytes, out var firstOther) ?? Windows1252Text(bytes, firstOther, findings),
    };

    /// <summary>English text in UTF-16 has a zero in nearly every second byte and nearly none in the others.</summary>
    private static bool ZerosAt(ReadOnlySpan<byte> bytes, int side)
    {
        var pairs = Math.Min(bytes.Length, SampleLength) / 2;
        var (zeros, others) = (0, 0);
        for (var i = 0; i < pairs; i++)
        {
            zeros += bytes[(2 * i) + side] == 0 ? 1 : 0;
            others += bytes[(2 * i) + 1 - side] == 0 ? 1 : 0;
        }

        return pairs > 0 && zeros * 10 >= pairs * 7 && others * 10 <= pairs;
    }

    private static string? Utf8Text(ReadOnlySpan<byte> bytes, out int badByte)
    {
        if (Ascii.IsValid(bytes))
        {
            badByte = 0;
            return Encoding.ASCII.GetString(bytes);
        }

        var text = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, text, out badByte, out var length, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? new string(text, 0, length) : null;
    }

    private static string? Utf16Text(ReadOnlySpan<byte> bytes, bool bigEndian, List<Finding> findings)
    {
        var even = bytes[..(bytes.Length & ~1)];
        var text = (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(even);
        var bad = LoneSurrogate(even, bigEndian);
        if (bad < 0 && even.Length == bytes.Length)
        {
            return text;
        }

        return Report(TextCheck.LineOf(text, bad < 0 ? text.Length : bad), "UTF-16", findings);
    }

    /// <summary>Where half a character stands without its other half, counted in UTF-16 units; -1 where there is none.</summary>
    private static int LoneSurrogate(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var expectsLow = false;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var unit = (char)(bigEndian ? (bytes[i] << 8) | bytes[i + 1] : (bytes[i + 1] << 8) | bytes[i]);
            if (char.IsLowSurrogate(unit) != expectsLow)
            {
                return i / 2;
            }

            expectsLow = char.IsHighSurrogate(unit);
        }

        return expectsLow ? bytes.Length / 2 : -1;
    }

    private static string? Windows1252Text(ReadOnlySpan<byte> bytes, int firstOther, List<Finding> findings)
    {
        if (Windows1252.Decode(bytes, out var undefinedAt) is not { } text)
        {
            return Refuse(bytes[..undefinedAt], "UTF-8 or Windows-1252", findings);
        }

        findings.Add(FindingCatalogue.EncodingGuessed.At(LineAt(bytes[..firstOther]), null, null, "UTF-8"));
        return text;
    }

    private static string? Refuse(ReadOnlySpan<byte> before, string encoding, List<Finding> findings) =>
        Report(LineAt(before), encoding, findings);

    private static int LineAt(ReadOnlySpan<byte> before) =>
        before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8) + 1;

    private static string? Report(int line, string encoding, List<Finding> findings)
    {
        findings.Add(FindingCatalogue.EncodingUnreadable.At(line, null, null, encoding));
        return null;
    }
}
