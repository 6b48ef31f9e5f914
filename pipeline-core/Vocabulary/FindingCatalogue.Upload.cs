namespace Benchmarking.Core.Vocabulary;

/// <summary>Findings about an upload that is not read.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition PathUnreadable = new(
        "path-unreadable", Severity.Error, "The file's path is not that of a return.",
        "The path '{value}' does not say whose return this is; expected {expected}.",
        "Upload the file again under the council's own folder, the financial year and the kind of return.");
}
