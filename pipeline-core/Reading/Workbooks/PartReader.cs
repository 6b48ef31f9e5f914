using System.Text;
using System.Xml;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Reads the XML of one part: no document type, no tag, text or nesting beyond what a workbook has, whatever the part claims to
/// be.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly XmlReader xml;
    private readonly WorkbookLimits limits;
    private readonly CancellationToken token;

    public PartReader(Stream part, WorkbookLimits limits, CancellationToken token)
    {
        (this.limits, this.token) = (limits, token);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new BoundedNames(limits),
        };
        xml = XmlReader.Create(new BoundedMarkup(part, limits), settings);
    }

    public bool KeepsSpace => xml.XmlSpace == XmlSpace.Preserve;

    public bool Read()
    {
        token.ThrowIfCancellationRequested();
        var isThere = xml.Read();
        WorkbookLimits.Require(xml.Depth <= limits.MaxDepth);
        return isThere;
    }

    /// <summary>The names of the elements within the current one, each being the current element in its turn.</summary>
    public IEnumerable<string> Within()
    {
        var depth = xml.Depth;
        for (var goesOn = !xml.IsEmptyElement; goesOn && Read() && xml.Depth > depth;)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>The names of all elements of the part.</summary>
    public IEnumerable<string> Elements()
    {
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>An attribute by its name, whatever its namespace: Strict Open XML has others than the usual form.</summary>
    public string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>The attribute r:id, by which one part names another.</summary>
    public string? Relationship()
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml is { LocalName: "id", Prefix.Length: > 0 } ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    public bool Flag(string name) => Attribute(name) is "1" or "true" or "on";

    /// <summary>Passes over the current element and all within it, and stands at its end.</summary>
    public void Skip()
    {
        foreach (var _ in Within())
        {
        }
    }

    /// <summary>The text within the current element; it stands at its end then.</summary>
    public string ElementText()
    {
        var (first, more, depth) = ("", (StringBuilder?)null, xml.Depth);
        for (var goesOn = !xml.IsEmptyElement; goesOn && Read() && xml.Depth > depth;)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            if (first.Length == 0)
            {
                first = xml.Value;
            }
            else
            {
                more = (more ?? new StringBuilder(first)).Append(xml.Value);
            }
        }

        return more?.ToString() ?? first;
    }

    public void Dispose() => xml.Dispose();

    /// <summary>The parser keeps every name that it meets.</summary>
    private sealed class BoundedNames(WorkbookLimits limits) : NameTable
    {
        private int names;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        private string Counted(string added)
        {
            WorkbookLimits.Require(++names <= limits.MaxNames);
            return added;
        }
    }
}
