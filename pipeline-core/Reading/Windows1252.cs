namespace Benchmarking.Core.Reading;

/// <summary>The encoding in which Excel on Windows saves 'CSV (comma delimited)'. It equals Latin-1 but for 0x80 to 0x9F,
/// of which five bytes mean nothing; the platform's decoder lets those pass as control characters, so the table is ours.</summary>
internal static class Windows1252
{
    private const char Undefined = '\0';

    private const string From80To9F =
        "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0" +
        "\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>The text, or where the first byte without a meaning stands.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out int undefinedAt)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = bytes[i] is >= 0x80 and <= 0x9F ? From80To9F[bytes[i] - 0x80] : (char)bytes[i];
            if (text[i] == Undefined && bytes[i] != 0)
            {
                undefinedAt = i;
                return null;
            }
        }

        undefinedAt = -1;
        return new string(text);
    }
}
