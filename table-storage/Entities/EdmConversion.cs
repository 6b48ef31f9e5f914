using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables.Entities;

/// <summary>The conversions that lose nothing, between what the service keeps and what a caller asks for.</summary>
internal static class EdmConversion
{
    public static bool TryConvert(object held, Type wanted, [NotNullWhen(true)] out object? value)
    {
        value = wanted.IsInstanceOfType(held) ? held : Convert(held, wanted);
        return value is not null;
    }

    private static object? Convert(object held, Type wanted) => held switch
    {
        int number when wanted == typeof(long) => (long)number,
        int number when wanted == typeof(double) => (double)number,
        DateTimeOffset instant when wanted == typeof(DateTime) => instant.UtcDateTime,
        DateTime { Kind: DateTimeKind.Utc } instant when wanted == typeof(DateTimeOffset) => new DateTimeOffset(instant),
        byte[] bytes when wanted == typeof(BinaryData) => BinaryData.FromBytes(bytes),
        BinaryData bytes when wanted == typeof(byte[]) => bytes.ToArray(),
        string name when wanted.IsEnum && Enum.TryParse(wanted, name, out var member) => member,
        _ => null,
    };
}
