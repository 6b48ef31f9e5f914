using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Http;

/// <summary>A table as an Excel workbook: a first sheet of typed cells, years and codes as text; a second, About, with what the answer says
/// beside its table, such as definition, source and versions. No cell is a formula.</summary>
internal static class TableWorkbook
{
    private const int NarrowestColumn = 10;
    private const int WidestColumn = 40;

    public static byte[] Of(CsvTable table, object body) => SpreadsheetFile.Of(Figures(table), About(body));

    /// <summary>The same written as it is made, for a table too long to be held.</summary>
    public static Task Write(Stream stream, CsvTable table, object body, CancellationToken cancellation) =>
        SpreadsheetFile.Write(stream, [Figures(table), About(body)], cancellation);

    private static SpreadsheetPage Figures(CsvTable table) => new(
        "Figures",
        table.Rows.Select(row => (IReadOnlyList<SpreadsheetCell>)[.. row.Select(Cell)])
            .Prepend([.. table.Header.Select(SpreadsheetCell.Heading)]),
        [.. table.Header.Select(name => Math.Clamp(name.Length + 2, NarrowestColumn, WidestColumn))],
        HeadingRows: 1);

    private static SpreadsheetPage About(object body) => new(
        "About",
        Facts("", JsonSerializer.SerializeToElement(body, PublishedJson.Options))
            .Select(fact => (IReadOnlyList<SpreadsheetCell>)[SpreadsheetCell.Heading(fact.Name), fact.Value]),
        [30, 100]);

    private static SpreadsheetCell Cell(object? value) => value switch
    {
        null => default,
        decimal number => Number(number),
        int number => SpreadsheetCell.Of(number, 0),
        long number => SpreadsheetCell.Of(number, 0),
        double number => Number((decimal)number),
        _ => SpreadsheetCell.Of(Characters.WithoutTurns(CsvTable.Plain(value))),
    };

    private static SpreadsheetCell Number(decimal number) =>
        SpreadsheetCell.Of(number, Math.Min((int)number.Scale, SpreadsheetCell.MostDecimals));

    /// <summary>What an answer says of itself: its fields that are no tables, those of objects under their object's name, and its
    /// versions.</summary>
    private static IEnumerable<(string Name, SpreadsheetCell Value)> Facts(string under, JsonElement body) =>
        body.ValueKind != JsonValueKind.Object ? [] :
        from field in body.EnumerateObject()
        let name = under.Length == 0 ? field.Name : $"{under}.{field.Name}"
        from fact in field.Value.ValueKind switch
        {
            JsonValueKind.Object => Facts(name, field.Value),
            JsonValueKind.Array when field.NameEquals("versions") =>
                field.Value.EnumerateArray().SelectMany(version => Facts(name, version)),
            JsonValueKind.Array when field.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                [(name, SpreadsheetCell.Of(string.Join("; ", field.Value.EnumerateArray().Select(item => item.GetString()))))],
            JsonValueKind.Array or JsonValueKind.Null => [],
            JsonValueKind.Number => [(name, Number(field.Value.GetDecimal()))],
            _ => [(name, SpreadsheetCell.Of(field.Value.ToString()))],
        }
        select fact;
}
