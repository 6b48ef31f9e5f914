using System.Collections.Frozen;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>How much of a receipt a reader sees.</summary>
public enum ReceiptDepth
{
    /// <summary>What was found and where: no value, no text of the file, and no message that holds one.</summary>
    Codes,

    /// <summary>Values as well, but nothing that may come from a note.</summary>
    Figures,

    /// <summary>Everything.</summary>
    Whole,
}

/// <summary>A receipt as a reader of some depth sees it.</summary>
public static class ReceiptView
{
    private const string Note = "note";

    private static readonly Lazy<FrozenDictionary<string, string>> Titles = new(() =>
        FindingCatalogue.All.ToFrozenDictionary(definition => definition.Code, definition => definition.Title, StringComparer.Ordinal));

    public static Receipt Of(Receipt receipt, ReceiptDepth depth)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var path = PathOf(receipt);
        return depth switch
        {
            ReceiptDepth.Whole => receipt,
            ReceiptDepth.Figures when path is not null => receipt with
            {
                Findings = [.. receipt.Findings.Select(finding => MayHoldNote(finding, path.Kind) ? Bare(finding, path.Kind) : finding)],
            },
            _ => receipt with
            {
                // A name that is no return's path is a text from outside like any other.
                Path = path is not null ? receipt.Path : IsOfDataset(receipt) ? DatasetPath.Container : ReturnPath.Container,
                Findings = [.. receipt.Findings.Select(finding => Bare(finding, path?.Kind))],
                Changes = null,
                Reason = null,
                SignOff = receipt.SignOff is { } signed ? signed with { Name = null } : null,
            },
        };
    }

    /// <summary>The return that a receipt is of; null where the blob's name was none.</summary>
    public static ReturnPath? PathOf(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return ReturnPath.TryParse(receipt.Path[(receipt.Path.IndexOf('/', StringComparison.Ordinal) + 1)..], out var path) ? path : null;
    }

    /// <summary>Whether a receipt is of a file in the datasets container.</summary>
    public static bool IsOfDataset(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Path.StartsWith($"{DatasetPath.Container}/", StringComparison.Ordinal);
    }

    private static Finding Bare(Finding finding, ReturnKind? kind) => finding with
    {
        // The heading of a column is what the file says, unless it is one of ours.
        Column = kind is { } of && finding.Column is { } column ? ReturnLayout.For(of).Find(column)?.Name : null,
        Value = null,
        Expected = "",
        Message = Titles.Value.GetValueOrDefault(finding.Code, ""),
    };

    /// <summary>What is found in a note, or in rows and headings that could not be told apart into columns.</summary>
    private static bool MayHoldNote(Finding finding, ReturnKind kind) =>
        finding.Code != FindingCatalogue.FiguresTakenAway.Code
        && (finding.Column is not { } column || ReturnLayout.For(kind).Find(column) is null or { Name: Note });
}
