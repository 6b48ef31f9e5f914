using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Datasets;

/// <summary>Checks a dataset's file in one pass: every row by itself, rows against each other, the councils against the line for England
/// and the file against the edition that it would replace.</summary>
public static class DatasetChecker
{
    public static CheckedDataset Check(
        DatasetPath path, RawReturn raw, DatasetDeclaration dataset, ReferenceData reference, CheckedDataset? serving)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(reference);
        var findings = new FindingList(ReturnLayout.Dataset);
        foreach (var finding in raw.Findings)
        {
            findings.Add(finding, null);
        }

        findings.AddUnlisted(raw.Unlisted);
        var rows = new List<DatasetRow>(raw.Rows.Count);
        foreach (var row in raw.Rows)
        {
            if (DatasetRow.Check(new FileCells(row, findings), path, dataset, reference) is { } read)
            {
                rows.Add(read);
            }
        }

        DatasetRow[] sound = [.. rows.Where(row => !findings.HasErrorOn(row.Figure.Line))];
        DatasetWhole.Check(path, sound, dataset, reference, findings, isWhole: sound.Length == raw.RowsRead);
        IReadOnlyList<DatasetFigure> figures =
            findings.Status == ReturnStatus.Rejected ? [] : [.. sound.Where(row => !row.IsEngland).Select(row => row.Figure)];
        if (findings.Status != ReturnStatus.Rejected && serving is not null)
        {
            DatasetWhole.CheckEdition(figures, serving, findings);
        }

        return new CheckedDataset(path, findings.Status, raw.RowsRead, figures, findings.InOrder(), findings.Counts);
    }
}
