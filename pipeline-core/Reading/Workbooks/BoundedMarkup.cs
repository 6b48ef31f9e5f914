namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The bytes of a part on their way to the parser, which keeps a whole tag or text in memory before it hands it on, and looks at
/// the attributes of a tag each against each: both are bounded here. Bytes stand for characters, which is near enough for a
/// bound.</summary>
internal sealed class BoundedMarkup(Stream part, WorkbookLimits limits) : Stream
{
    private bool isTag;
    private long length;
    private int attributes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        Take(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf(isTag ? (byte)'>' : (byte)'<');
            var run = end < 0 ? bytes : bytes[..end];
            length += run.Length;
            attributes += isTag ? run.Count((byte)'=') : 0;
            WorkbookLimits.Require(length <= (isTag ? limits.MaxTagBytes : limits.MaxTextBytes) && attributes <= limits.MaxAttributes);
            if (end < 0)
            {
                return;
            }

            (isTag, length, attributes) = (!isTag, 0, 0);
            bytes = bytes[(end + 1)..];
        }
    }
}
