using System.Buffers;
using System.Text.Json;

namespace Benchmarking.Functions.CustomHandler;

/// <summary>Reads the body of an invocation in bounded memory. The host sends a blob's whole content as one JSON string, which this app
/// does not use: of a string longer than any text it needs, the rest is let go as it arrives.</summary>
internal sealed class PayloadReader
{
    public const int LongestText = 1 << 18;
    public const int LargestPayload = 1 << 20;

    private const int ChunkSize = 1 << 16;
    private const int EscapeBegun = -1;

    private readonly ArrayBufferWriter<byte> kept = new(ChunkSize);
    private bool inText;
    private bool lettingGo;
    private int textLength;

    /// <summary>0 outside escapes; else <see cref="EscapeBegun"/> after the backslash, or how many hexadecimal digits are to come.</summary>
    private int escape;

    public static async Task<TriggerPayload> Read(Stream body, CancellationToken cancellation)
    {
        var reader = new PayloadReader();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int length;
            while ((length = await body.ReadAsync(chunk, cancellation)) > 0)
            {
                reader.Take(chunk.AsSpan(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        using var document = JsonDocument.Parse(reader.kept.WrittenMemory);
        return new TriggerPayload(document.RootElement.Clone());
    }

    private void Take(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            if (lettingGo && escape == 0)
            {
                // Only a quote or a backslash changes what the bytes after it mean.
                var next = chunk.IndexOfAny((byte)'"', (byte)'\\');
                chunk = next < 0 ? [] : chunk[next..];
                if (chunk.IsEmpty)
                {
                    return;
                }
            }

            if (inText)
            {
                TakeInText(chunk[0]);
            }
            else
            {
                inText = chunk[0] == '"';
                textLength = 0;
                Keep(chunk[0]);
            }

            chunk = chunk[1..];
        }
    }

    private void TakeInText(byte one)
    {
        if (escape != 0)
        {
            escape = escape != EscapeBegun ? escape - 1 : one == 'u' ? 4 : 0;
        }
        else if (one == '"')
        {
            inText = lettingGo = false;
        }
        else
        {
            // Between characters only: bytes that continue one stay with its first.
            lettingGo |= textLength >= LongestText && (one & 0xC0) != 0x80;
            escape = one == '\\' ? EscapeBegun : 0;
        }

        if (!lettingGo)
        {
            textLength++;
            Keep(one);
        }
    }

    private void Keep(byte one)
    {
        if (kept.WrittenCount == LargestPayload)
        {
            throw new InvalidDataException($"The invocation's payload is larger than {LargestPayload} bytes without its long texts.");
        }

        kept.GetSpan(1)[0] = one;
        kept.Advance(1);
    }
}
