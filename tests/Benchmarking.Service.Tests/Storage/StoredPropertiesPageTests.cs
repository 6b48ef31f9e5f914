using System.Globalization;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Storage;

public sealed class StoredPropertiesPageTests
{
    /// <summary>Set to 1 it makes the page anew instead of comparing it.</summary>
    private const string Lever = "REFRESH_DOCS";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "stored-properties.md");

    [Fact]
    public void The_page_of_stored_properties_equals_the_table_in_the_code()
    {
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            File.WriteAllText(Page, Write());
        }

        Assert.True(File.ReadAllText(Page) == Write(), $"docs/stored-properties.md is old: run the tests once with {Lever}=1.");
    }

    [Fact]
    public void Every_text_and_binary_has_a_bound_within_that_of_Azure_and_a_reason() =>
        Assert.All(StoredProperties.All, property => Assert.True(
            property.Type is not ("text" or "binary")
            || (property.Most <= (property.Type == "text" ? TableLimits.Characters : TableLimits.Bytes) && property.Why.Length > 0),
            property.ToString()));

    [Fact]
    public void Every_property_is_stated_once() =>
        Assert.Distinct(StoredProperties.All.Select(property => (property.Table, property.Name)));

    private static string Write() =>
        $"""
        # What may lie in a property of a table

        Azure takes {Shown(TableLimits.Characters)} characters in a text property, {Shown(TableLimits.Bytes)} bytes in a binary one, {Shown(TableLimits.EntityBytes)} bytes in a row,
        {Shown(TableLimits.TransactionBytes)} bytes and {TableLimits.TransactionRows} rows in a transaction. Nothing whose length a caller decides lies in a property: it is bounded by
        design, packed over several properties or rows, or a blob ([decision 0037](decisions/0037-stored-properties.md)). A name with `*` stands for numbered
        ones. The tests hold every write to this page; it is made from `service/Storage/StoredProperties.cs`.

        | table | property | type | at most | why no more |
        | --- | --- | --- | --- | --- |
        {string.Join('\n', StoredProperties.All.Select(Row))}

        """;

    private static string Row(StoredProperty property) =>
        $"| `{property.Table}` | `{property.Name}` | {property.Type} | {Bound(property)} | "
            + $"{(property.Why.Length > 0 ? property.Why : "a value of fixed length")} |";

    private static string Bound(StoredProperty property) => (property.Most, property.Type) switch
    {
        (null, _) => "–",
        ({ } most, "text") => $"{Shown(most)} characters",
        ({ } most, _) => $"{Shown(most)} bytes",
    };

    private static string Shown(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
