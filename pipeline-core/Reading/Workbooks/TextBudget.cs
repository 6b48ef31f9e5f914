namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Counts the characters of all texts of a workbook, which the memory must hold.</summary>
internal sealed class TextBudget(WorkbookLimits limits)
{
    private long characters;

    public bool IsSpent => characters > limits.MaxTextCharacters;

    public void Take(string text)
    {
        characters += text.Length;
        if (IsSpent)
        {
            throw new WorkbookTooLargeException();
        }
    }
}

/// <summary>Ends the reading of a workbook with more text than is read; nothing but <see cref="Workbook"/> sees it.</summary>
internal sealed class WorkbookTooLargeException : Exception;
