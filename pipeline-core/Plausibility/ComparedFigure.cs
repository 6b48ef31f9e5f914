using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>A figure that can be held against another: its measure and part of it, where it stands, and its value in the normal unit
/// with the slack of its rounding. <c>Kind</c> is the kind of rule that applies (money, rate, count, percentage, price);
/// <c>People</c> is the number of people beneath a rate, where it is stated.</summary>
internal sealed record ComparedFigure(
    string Measure, string Part, FigureStatus Status, string Kind, Place Place, decimal Value, decimal Slack, decimal? People)
{
    public string Name => Part.Length == 0 ? Words(Measure) : $"{Words(Measure)} ({Part})";

    /// <summary>A measure's code as words, for a sentence.</summary>
    public static string Words(string measure)
    {
        var words = measure.Replace('_', ' ');
        return string.Concat(words[..1].ToUpperInvariant(), words[1..]);
    }
}

/// <summary>The cell in which a figure stands, and the note that may explain it.</summary>
internal sealed record Place(int Line, string Column, string AsFiled, string? Note);
