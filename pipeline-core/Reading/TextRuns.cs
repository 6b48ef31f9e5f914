using System.Xml;

namespace Benchmarking.Core.Reading;

/// <summary>The workbook reader joins the runs of a rich text one by one, which for a text of a million runs takes hours.
/// Excel allows 32,767 characters in a cell, hence no more runs.</summary>
internal sealed class TextRuns
{
    private const int MostRuns = 32_767;

    private int runs;

    public void Count(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            runs = xml.LocalName switch
            {
                "si" or "is" => 0,
                "t" => runs + 1,
                _ => runs,
            };
            WorkbookScan.Require(runs <= MostRuns);
        }
    }
}
