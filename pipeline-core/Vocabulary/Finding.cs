namespace Benchmarking.Core.Vocabulary;

/// <summary>One thing found in a return. <c>Line</c> is the row as Excel shows it (first row of the file is 1);
/// null where the finding is about the whole file. <c>Message</c> is a sentence that ends in what to do.</summary>
public sealed record Finding(
    string Code, Severity Severity, int? Line, string? Column, string? Value, string Expected, string Message);
