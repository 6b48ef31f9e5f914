using System.Globalization;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Queries;

/// <summary>Values as the filter language writes them: https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</summary>
internal static class FilterLiteral
{
    public static string Fill(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        object[] literals = [.. filter.GetArguments().Select(Of)];
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Of(object? value) => value switch
    {
        string text => Quoted(text),
        char letter => Quoted(letter.ToString()),
        Enum member => Quoted(member.ToString()),
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number when double.IsFinite(number) => Double(number),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset instant => $"datetime'{EdmWriter.Iso(instant)}'",
        DateTime { Kind: DateTimeKind.Utc } instant => $"datetime'{EdmWriter.Iso(new DateTimeOffset(instant))}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToArray())}'",
        null => throw new ArgumentException("A filter cannot compare with null: a null property is not stored.", nameof(value)),
        _ => throw new ArgumentException($"A filter cannot hold this {value.GetType().Name}.", nameof(value)),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Without a point it would be an Int32.</summary>
    private static string Double(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
