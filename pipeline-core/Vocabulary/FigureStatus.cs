namespace Benchmarking.Core.Vocabulary;

/// <summary>How firm a figure is. Figures of different statuses are never averaged together.</summary>
public enum FigureStatus
{
    Actual,
    Projected,
    Target,
    Identified,
}
