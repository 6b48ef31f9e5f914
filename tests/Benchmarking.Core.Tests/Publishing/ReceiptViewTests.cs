using System.Text.Json;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Publishing;

/// <summary>What a reader sees of a receipt hangs on what the reader may read of the return.</summary>
public sealed class ReceiptViewTests
{
    private static readonly Finding InAmount = FindingCatalogue.NumberGrouping.At(2, "amount", "£8,76,54", "8,765.40");
    private static readonly Finding InNote = FindingCatalogue.CharacterStrange.At(3, "note", "secret note", "plain text", "U+202E");
    private static readonly Finding InHeading = FindingCatalogue.ColumnUnknown.At(1, "secret heading", "secret heading", "note");
    private static readonly Finding OfRow = FindingCatalogue.RowRagged.At(4, null, "secret cell", "7 cells", "9");

    private static readonly Receipt Receipt = new(
        "id", "returns/hackney/2012-13/savings.csv", "hash", 10, DateTimeOffset.UnixEpoch, 4, ReturnStatus.Rejected, null,
        new FindingCounts(4, 0, 0), 4, [InAmount, InNote, InHeading, OfRow], "1", "2")
    {
        Reason = "secret reason", Changes = [], SignOff = new SignOff("director", "secret officer", 1, DateTimeOffset.UnixEpoch, "other"),
    };

    [Fact]
    public void By_codes_nothing_of_the_file_is_told_but_what_was_found_and_where()
    {
        var seen = ReceiptView.Of(Receipt, ReceiptDepth.Codes);
        Assert.Equal(
            [("number-grouping", 2, "amount"), ("character-strange", 3, "note"), ("column-unknown", 1, null), ("row-ragged", 4, null)],
            seen.Findings.Select(finding => (finding.Code, finding.Line!.Value, finding.Column)));
        Assert.All(seen.Findings, finding => Assert.Equal((null, ""), (finding.Value, finding.Expected)));
        Assert.Equal(FindingCatalogue.NumberGrouping.Title, seen.Findings[0].Message);
        Assert.DoesNotContain("secret", JsonSerializer.Serialize(seen, PublishedJson.Options), StringComparison.Ordinal);
        Assert.Equal((Receipt.Counts, 4, ReturnStatus.Rejected), (seen.Counts, seen.FindingsTotal, seen.Status));
    }

    [Fact]
    public void By_figures_values_are_told_but_none_that_may_come_from_a_note()
    {
        var seen = ReceiptView.Of(Receipt, ReceiptDepth.Figures);
        Assert.Equal(InAmount, seen.Findings[0]);
        Assert.All(seen.Findings.Skip(1), finding => Assert.Null(finding.Value));
        Assert.Equal(("secret reason", "secret officer"), (seen.Reason, seen.SignOff!.Name));
    }

    [Fact]
    public void The_whole_is_the_receipt_itself() => Assert.Same(Receipt, ReceiptView.Of(Receipt, ReceiptDepth.Whole));

    [Fact]
    public void A_name_that_is_no_returns_path_is_not_told_either()
    {
        var stray = Receipt with { Path = "returns/minutes of the secret meeting.csv" };
        Assert.Null(ReceiptView.PathOf(stray));
        Assert.All(
            new[] { ReceiptDepth.Codes, ReceiptDepth.Figures },
            depth => Assert.DoesNotContain("secret", JsonSerializer.Serialize(ReceiptView.Of(stray, depth), PublishedJson.Options),
                StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("datasets/revenue-outturn/2012-13.csv", true, "datasets")]
    [InlineData("returns/datasets/2012-13/savings.csv", false, "returns")]
    public void A_dataset_is_told_from_a_return_by_its_container_alone(string path, bool isOfDataset, string told)
    {
        var receipt = Receipt with { Path = path };
        Assert.Equal(isOfDataset, ReceiptView.IsOfDataset(receipt));
        Assert.Equal(told, ReceiptView.Of(receipt, ReceiptDepth.Codes).Path.Split('/')[0]);
    }

    /// <summary>Titles take the place of messages, so that none may have a place for a value.</summary>
    [Fact]
    public void No_title_of_the_catalogue_has_a_place_for_a_value() =>
        Assert.All(FindingCatalogue.All, definition => Assert.DoesNotContain("{", definition.Title, StringComparison.Ordinal));
}
