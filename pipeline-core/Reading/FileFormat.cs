namespace Benchmarking.Core.Reading;

/// <summary>What a file is by its first bytes, whatever its name says. <c>Other</c> says in words what it is
/// when it cannot be read.</summary>
internal sealed record FileFormat(bool IsPackage, bool IsCompound, string? Other)
{
    public static FileFormat Of(ReadOnlySpan<byte> content) => content switch
    {
        [0x50, 0x4B, 0x03 or 0x05, 0x04 or 0x06, ..] => new(IsPackage: true, IsCompound: false, null),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new(IsPackage: false, IsCompound: true, null),
        _ => new(IsPackage: false, IsCompound: false, OtherThanText(content)),
    };

    private static string? OtherThanText(ReadOnlySpan<byte> content) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, ..] => "a PDF",
        [0x1F, 0x8B, ..] => "a compressed file (gzip)",
        [0x37, 0x7A, 0xBC, 0xAF, ..] => "a compressed archive (7z)",
        [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] => "a picture",
        [0xFF, 0xFE, 0x00, 0x00, ..] or [0x00, 0x00, 0xFE, 0xFF, ..] => "text in UTF-32",
        _ => null,
    };
}
