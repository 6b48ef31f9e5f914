using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A figure that somebody tries out: the metric's value in its normal unit, or the counts that make it.</summary>
public sealed record EditedFigure(CouncilCode Council, decimal? Value, decimal? Numerator, decimal? Denominator);

/// <summary>Why a figure cannot be tried out: a stable code and a sentence that ends in what would be right.</summary>
public sealed record EditProblem(string Code, string Message);

/// <summary>A slice with one council's figure replaced by an edited one. Nothing is stored; the figure says of itself what it is.</summary>
public static class WhatIf
{
    public const string Basis = "what-if: tried out by the caller, neither filed nor published";

    /// <summary>No saving, budget or count of a council comes near it.</summary>
    public const decimal Largest = 1_000_000_000_000;

    public static EditProblem? Fault(Metric metric, EditedFigure edited) => edited switch
    {
        { Value: null, Numerator: null, Denominator: null } or { Value: null, Numerator: null } or { Value: null, Denominator: null } =>
            new("figure-incomplete", "Give value, or numerator and denominator together."),
        { Value: not null, Numerator: not null } or { Value: not null, Denominator: not null } =>
            new("figure-given-twice", "Give value, or numerator and denominator, not both."),
        { Denominator: <= 0 } => new("denominator-not-positive", "Nothing can be divided by 0 or less: give a denominator above 0."),
        { Denominator: < Quantity.LeastDivisor } =>
            new("denominator-not-positive", $"The denominator is too small to divide by: give at least {Quantity.LeastDivisor}."),
        { Denominator: not null } when metric.Unit is MetricUnit.Score
            || (metric.Unit is MetricUnit.Count && !metric.DividesByPeople)
            || (metric.Unit is MetricUnit.Gbp && metric.Formula.Denominator is null) =>
            new("figure-not-a-ratio", $"'{metric.Code}' is not a ratio: give value."),
        { Value: { } value } when Math.Abs(value) > Largest => TooLarge("value"),
        { Numerator: { } x } when Math.Abs(x) > Largest => TooLarge("numerator"),
        { Denominator: > Largest } => TooLarge("denominator"),
        { Numerator: { } x, Denominator: { } n } when metric.CountsPeople && (x < 0 || (metric.DividesByPeople && x > n)) =>
            new("numerator-out-of-range", "The numerator counts some of the people of the denominator: give 0 to that many."),
        { Value: < 0 } when metric.CountsPeople => new("value-out-of-range", "The value counts people: give 0 or more."),
        _ => null,
    };

    /// <summary>The observations with the edited figure in place of the council's own, or beside the others where it has none.</summary>
    public static IReadOnlyList<Observation> Replace(
        Metric metric, FinancialYear year, FigureStatus status, IReadOnlyList<Observation> slice, EditedFigure edited) =>
    [
        .. slice.Where(figure => figure.Council != edited.Council),
        new(metric.Code, year, status, edited.Council, ValueState.Derived,
            edited.Value ?? (edited.Numerator!.Value / edited.Denominator!.Value * Comparer.Per(metric)),
            edited.Numerator, edited.Denominator, Basis, [], []),
    ];

    private static EditProblem TooLarge(string field) =>
        new($"{field}-out-of-range", $"The {field} is out of all proportion: give at most {Largest}.");
}
