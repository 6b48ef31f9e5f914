using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>What the checks between returns share. <c>Own</c> holds the sound rows of the return that is checked; <c>IsWhole</c> says that
/// all its rows are among them, so that its sums are those of the return.</summary>
internal sealed class BetweenScope(CheckedReturn own, bool isWhole, CheckingContext context, CheckScope scope)
{
    private readonly HashSet<int> asked = [];

    public CheckedReturn Own => own;

    public bool IsWhole => isWhole;

    public CheckingContext Context => context;

    public ReturnPath Path => scope.Path;

    public ReferenceData Reference => scope.Reference;

    public PlausibilityRules Rules => scope.Reference.Plausibility;

    /// <summary>The council's other accepted returns; what this one replaces is not among them.</summary>
    public IEnumerable<CheckedReturn> Others => context.Accepted.Where(other => other.Path is { } path
        && path.Council == Path.Council && !(path.Year == Path.Year && path.Kind == Path.Kind));

    /// <summary>The council's returns of this year, this one included.</summary>
    public IEnumerable<CheckedReturn> OfYear => [own, .. Others.Where(other => other.Path!.Year == Path.Year)];

    /// <summary>True once a unit seems to have slipped in a measure: then nothing else is said about it.</summary>
    public bool HasSlipped(string measure) => scope.Questioned.Contains(measure);

    /// <summary>Whether something was asked about a row already, so that it is looked at anyway.</summary>
    public bool HasAskedOn(int line) => asked.Contains(line);

    public void Report(FindingDefinition definition, Place place, string expected, params ReadOnlySpan<string> details)
    {
        asked.Add(place.Line);
        scope.Findings.Add(definition, place.Line, place.Note, place.Column, place.AsFiled, expected, details);
    }

    /// <summary>Reports what is about rows that are not there; <paramref name="answer"/> is the note that explains it, if any
    /// does.</summary>
    public void ReportForFile(FindingDefinition definition, string? answer, string expected, params ReadOnlySpan<string> details) =>
        scope.Findings.Add(definition, null, answer, null, null, expected, details);

    /// <summary>Asks about a measure, after which nothing more is asked about it.</summary>
    public void Ask(string measure, FindingDefinition definition, Place place, string expected, params ReadOnlySpan<string> details)
    {
        if (scope.Questioned.Add(measure))
        {
            Report(definition, place, expected, details);
        }
    }

    /// <summary>Reports a measure's slipped unit, once.</summary>
    public void ReportSlip(IReadOnlyList<ComparedFigure> figures, decimal slip, decimal other, string otherWords)
    {
        var first = figures[0];
        if (scope.Questioned.Add(first.Measure))
        {
            var times = slip >= 1 ? $"{Figures.Plain(slip)} times" : $"one {Figures.Plain(1 / slip)}th of";
            int[] lines = [.. figures.Select(figure => figure.Place.Line).Distinct().Order()];
            Report(
                FindingCatalogue.UnitSlip, first.Place, Figures.Plain(Math.Round(other, 2)), ComparedFigure.Words(first.Measure),
                Figures.Lines(lines), times, otherWords);
        }
    }
}
