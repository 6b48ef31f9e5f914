using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Benchmarking.Core.Reading;

/// <summary>One sheet of a workbook before it is read. <c>Width</c> reaches to the last column with content; <c>Errors</c> are the
/// cells that show an Excel error, by line (from 1) and column (from 0).</summary>
internal sealed class SheetScan
{
    private readonly Dictionary<(int Line, int Column), string> errors = [];
    private readonly TextRuns runs = new();
    private int line;
    private int column;
    private bool isError;
    private bool isValue;

    private SheetScan(string name, bool isVisible) => (Name, IsVisible) = (name, isVisible);

    public string Name { get; }

    public bool IsVisible { get; }

    public int Width { get; private set; }

    public IReadOnlyDictionary<(int Line, int Column), string> Errors => errors;

    public static SheetScan Of(string name, bool isVisible, ZipArchiveEntry? part)
    {
        var scan = new SheetScan(name, isVisible);
        if (part is not null)
        {
            using var stream = part.Open();
            using var xml = XmlReader.Create(stream);
            while (xml.Read())
            {
                scan.Take(xml);
            }
        }

        return scan;
    }

    private void Take(XmlReader xml)
    {
        runs.Count(xml);
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                isValue = xml.LocalName is "v" or "t";
                Enter(xml);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA when isValue:
                Width = Math.Max(Width, column + 1);
                if (isError)
                {
                    errors[(line, column)] = xml.Value;
                }

                break;
        }
    }

    private void Enter(XmlReader xml)
    {
        if (xml.LocalName == "row")
        {
            var next = xml.GetAttribute("r") is { } number ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : line + 1;
            // Out of order the reader would give rows the wrong numbers; Excel calls such a file damaged too.
            WorkbookScan.Require(next >= Math.Max(line, 1));
            (line, column) = (next, -1);
        }
        else if (xml.LocalName == "c")
        {
            column = xml.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
            isError = xml.GetAttribute("t") == "e";
        }
    }

    private static int ColumnOf(string place)
    {
        var number = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper))
        {
            number = (number * 26) + letter - 'A' + 1;
            WorkbookScan.Require(number <= WorkbookReader.MostColumns);
        }

        WorkbookScan.Require(number > 0);
        return number - 1;
    }
}
