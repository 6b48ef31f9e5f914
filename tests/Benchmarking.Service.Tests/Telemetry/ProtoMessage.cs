using System.Text;
using Google.Protobuf;

namespace Benchmarking.Service.Tests.Telemetry;

/// <summary>A protobuf message without its schema: fields by number. A field of bytes is text, a number's bytes or a message, as it is
/// asked for.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, long Number, byte[] Bytes)> fields = [];

    public static ProtoMessage Read(byte[] bytes)
    {
        var message = new ProtoMessage();
        using var input = new CodedInputStream(bytes);
        while (input.ReadTag() is var tag and not 0)
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            message.fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => (field, input.ReadInt64(), []),
                WireFormat.WireType.Fixed64 => (field, input.ReadSFixed64(), []),
                WireFormat.WireType.Fixed32 => (field, input.ReadSFixed32(), []),
                _ => (field, 0, input.ReadBytes().ToByteArray()),
            });
        }

        return message;
    }

    public IEnumerable<ProtoMessage> Each(int field) => All(field).Select(found => Read(found.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(One(field).Bytes);

    public string Hex(int field) => Convert.ToHexStringLower(One(field).Bytes ?? []);

    public long Number(int field) => One(field).Number;

    private (int Field, long Number, byte[] Bytes) One(int field) => All(field).LastOrDefault((field, 0, []));

    private IEnumerable<(int Field, long Number, byte[] Bytes)> All(int field) => fields.Where(found => found.Field == field);
}
