using System.Globalization;
using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Finds the rows whose quotes do not pair, before the parser sees them: a quote that is never closed makes every CSV
/// parser swallow the rows that follow. A faulty row is emptied in <see cref="Mended"/>, so that rows keep their numbers and
/// those after it are still read. A quote that closes on a later line and is followed by text did not close: it was opening
/// the next quoted cell. Quotes inside an unquoted cell (12" pipe) are text, as in Excel. Cells beyond the last column that is read are cut
/// out as well, so that the parser never keeps them.</summary>
internal sealed class QuoteCheck
{
    // Each quote left open may be looked for until the end of the text; a file with more of them is not a table.
    private const int MostUnclosed = 100;

    private const int ShownLength = 40;

    private readonly string text;
    private readonly char delimiter;
    private readonly int maxColumns;
    private readonly CancellationToken token;
    private readonly List<RowFault> faults = [];
    private readonly Dictionary<int, WideRow> wide = [];
    private readonly List<(int Start, int End)> spans = [];
    private readonly StringBuilder mended = new();
    private int mendedTo;
    private (int Length, int To) rowMended;
    private int unclosed;
    private int position;
    private int row = 1;
    private int textLine = 1;
    private int rowStart;
    private int lineStart;
    private bool isCut;

    public QuoteCheck(string text, char delimiter, int firstTextLine, int maxColumns = int.MaxValue, CancellationToken token = default)
    {
        (this.text, this.delimiter, textLine) = (text, delimiter, firstTextLine);
        (this.maxColumns, this.token) = (maxColumns, token);
        if (IsPlain())
        {
            (position, row) = (text.Length, 1 + Lines(text));
            return;
        }

        while (position < text.Length && !IsStopped)
        {
            token.ThrowIfCancellationRequested();
            ReadRow();
            row++;
        }
    }

    public IReadOnlyList<RowFault> Faults => faults;

    /// <summary>The rows with more cells than are read, by number.</summary>
    public IReadOnlyDictionary<int, WideRow> Wide => wide;

    public bool IsStopped => unclosed >= MostUnclosed;

    /// <summary>The whole text of the row in which a fault lies, by the fault's place in the list.</summary>
    public string RowText(int fault) => text[spans[fault].Start..spans[fault].End];

    /// <summary>What follows the last row read, where <see cref="IsStopped"/>.</summary>
    public string Unread => text[position..];

    /// <summary>The row reached; where <see cref="IsStopped"/>, the text ends with it.</summary>
    public int LastRow => row - 1;

    /// <summary>The text with faulty rows left empty, and without the spaces round quoted cells.</summary>
    public string Mended => mendedTo == 0
        ? text
        : string.Concat(mended.ToString(), IsStopped ? "" : text.AsSpan(mendedTo));

    /// <summary>Whether there is neither a quote in the text nor a row that is too wide, so that nothing is to be mended.</summary>
    private bool IsPlain()
    {
        var rest = text.AsSpan();
        var isPlain = !rest.Contains('"');
        while (isPlain && maxColumns < int.MaxValue && !rest.IsEmpty)
        {
            token.ThrowIfCancellationRequested();
            var end = rest.IndexOfAny('\r', '\n');
            isPlain = (end < 0 ? rest : rest[..end]).Count(delimiter) < maxColumns;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return isPlain;
    }

    /// <summary>The lines of a text; nothing follows the last line end.</summary>
    private static int Lines(string text) => TextCheck.LineOf(text, text.Length) - (text is "" or [.., '\r' or '\n'] ? 1 : 0);

    private void ReadRow()
    {
        (rowStart, lineStart) = (position, position);
        rowMended = (mended.Length, mendedTo);
        isCut = false;
        var (cut, lastFilled) = (0, -1);
        for (var index = 0; ; index++)
        {
            if (index == maxColumns)
            {
                (cut, isCut) = (position - 1, true);
            }

            var start = position;
            SkipSpacesBeforeQuote();
            if (position < text.Length && text[position] == '"' && !QuotedCellCloses(index))
            {
                return;
            }

            var length = text.AsSpan(position).IndexOfAny(delimiter, '\r', '\n');
            position = length < 0 ? text.Length : position + length;
            lastFilled = isCut && IsFilled(text.AsSpan(start, position - start)) ? index : lastFilled;
            if (position >= text.Length || AtLineEnd)
            {
                Cut(cut, index + 1, lastFilled);
                SkipLineEnd();
                return;
            }

            position++;
        }
    }

    private void Cut(int from, int cells, int lastFilled)
    {
        if (isCut)
        {
            isCut = false;
            LeaveOut(from, position);
            wide.Add(row, new WideRow(cells, lastFilled));
        }
    }

    private static bool IsFilled(ReadOnlySpan<char> cell)
    {
        var inner = CellText.Trim(cell);
        return (inner is ['"', .., '"'] ? CellText.Trim(inner[1..^1]) : inner).Length > 0;
    }

    /// <summary>Spaces before a quoted cell are not part of it, if its quotes pair; else they and the quotes are text.</summary>
    private void SkipSpacesBeforeQuote()
    {
        var start = position;
        SkipSpaces();
        if (position > start && position < text.Length && text[position] == '"' && ClosesOnLine(position))
        {
            LeaveOut(start, position);
        }
        else
        {
            position = start;
        }
    }

    private void SkipSpaces()
    {
        while (position < text.Length && text[position] != delimiter && text[position] is ' ' or '\u00A0' or '\t')
        {
            position++;
        }
    }

    private void LeaveOut(int start, int end)
    {
        if (end > start && !isCut)
        {
            mended.Append(text, mendedTo, start - mendedTo);
            mendedTo = end;
        }
    }

    /// <summary>Whether the quote at a place opens a cell that closes on its line.</summary>
    private bool ClosesOnLine(int open)
    {
        for (var at = open + 1; at < text.Length && text[at] is not ('\r' or '\n'); at++)
        {
            if (text[at] != '"')
            {
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                at++;
                continue;
            }

            var after = text.AsSpan(at + 1).TrimStart(delimiter == '\t' ? " \u00A0" : " \u00A0\t");
            return after.IsEmpty || after[0] == delimiter || after[0] is '\r' or '\n';
        }

        return false;
    }

    private bool AtLineEnd => text[position] is '\r' or '\n';

    private bool QuotedCellCloses(int index)
    {
        var (open, openLine, openLineStart) = (position, textLine, lineStart);
        while (++position < text.Length)
        {
            if (text[position] == '"' && !SkipsPair())
            {
                position++;
                var closed = position;
                SkipSpaces();
                if (position >= text.Length || text[position] == delimiter || AtLineEnd)
                {
                    LeaveOut(closed, position);
                    return true;
                }

                position = closed;

                break;
            }

            CountLine();
        }

        AddFault(index, open, openLine, openLineStart);
        return false;
    }

    private bool SkipsPair()
    {
        var isPair = position + 1 < text.Length && text[position + 1] == '"';
        position += isPair ? 1 : 0;
        return isPair;
    }

    private void CountLine()
    {
        if (text[position] == '\n' || (text[position] == '\r' && (position + 1 >= text.Length || text[position + 1] != '\n')))
        {
            (textLine, lineStart) = (textLine + 1, position + 1);
        }
    }

    private void AddFault(int index, int open, int openLine, int openLineStart)
    {
        var isUnclosed = position >= text.Length || textLine != openLine;
        unclosed += isUnclosed ? 1 : 0;
        faults.Add(new RowFault(
            row,
            index,
            isUnclosed ? FindingCatalogue.QuoteUnclosed : FindingCatalogue.QuoteMisplaced,
            Shown(open),
            openLine.ToString(CultureInfo.InvariantCulture),
            (open - openLineStart + 1).ToString(CultureInfo.InvariantCulture)));
        (mended.Length, mendedTo) = rowMended;
        // Emptied to a space, lest a CR before the row and an LF after it become one line end.
        mended.Append(text, mendedTo, rowStart - mendedTo).Append(' ');
        (position, textLine, lineStart) = (open, openLine, openLineStart);
        ResumeOnNextLine();
        spans.Add((rowStart, mendedTo));
    }

    private void ResumeOnNextLine()
    {
        while (position < text.Length && !AtLineEnd)
        {
            position++;
        }

        mendedTo = position;
        SkipLineEnd();
    }

    private void SkipLineEnd()
    {
        if (position >= text.Length)
        {
            return;
        }

        position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
        textLine++;
    }

    private string Shown(int open)
    {
        var end = text.AsSpan(open).IndexOfAny('\r', '\n');
        return text.Substring(open, Math.Min(end < 0 ? text.Length - open : end, ShownLength));
    }
}

/// <summary>A row with more cells than are read. <c>LastFilled</c> is the last cell with content among those cut out, from 0; -1 where
/// all are empty.</summary>
internal readonly record struct WideRow(int Cells, int LastFilled);
