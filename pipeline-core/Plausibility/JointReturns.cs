using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds a partnership's return against those of its members, whichever of them is checked: what the members filed may not be more
/// than the joint figure, and where all of them filed it must be the same.</summary>
internal static class JointReturns
{
    public static void Check(BetweenScope scope)
    {
        CheckedReturn[] partners = [.. scope.Context.Partners.Where(partner =>
            partner.Path is { } path && path.Year == scope.Path.Year && path.Kind == scope.Path.Kind
                && path.Council != scope.Path.Council)];
        CheckedReturn[] all = [scope.Own, .. partners];
        foreach (var partnership in scope.Reference.Groups.Partnerships)
        {
            var joint = all.FirstOrDefault(filed => filed.Path!.Council.Value == partnership.Code);
            CheckedReturn[] members = [.. all.Where(filed => partnership.Members.Contains(filed.Path!.Council))];
            if (scope.IsWhole && joint is not null && members.Length > 0 && (joint == scope.Own || members.Contains(scope.Own)))
            {
                Check(joint, members, members.Length == partnership.Members.Count, scope);
            }
        }
    }

    private static void Check(CheckedReturn joint, CheckedReturn[] members, bool areAll, BetweenScope scope)
    {
        foreach (var whole in Wholes(joint, scope))
        {
            var filed = members.Select(member =>
                (Member: member, Figure: Wholes(member, scope).FirstOrDefault(figure => Same(figure, whole))))
                .Where(pair => pair.Figure is not null).ToArray();
            var own = joint == scope.Own ? whole : filed.FirstOrDefault(pair => pair.Member == scope.Own).Figure;
            if (filed.Length == 0 || own is null || scope.HasSlipped(own.Measure))
            {
                continue;
            }

            var sum = filed.Sum(pair => pair.Figure!.Value);
            var slack = whole.Slack + filed.Sum(pair => pair.Figure!.Slack);
            var mustEqual = areAll && filed.Length == members.Length;
            if (sum - whole.Value > slack || (mustEqual && whole.Value - sum > slack))
            {
                scope.Report(
                    FindingCatalogue.JointDisagrees, own.Place,
                    $"the members come to {Figures.Plain(whole.Value)}{(mustEqual ? "" : " or less")}",
                    ComparedFigure.Words(whole.Measure), Figures.Plain(whole.Value),
                    string.Join(", ", filed.Select(pair => $"{Figures.Plain(pair.Figure!.Value)} ({pair.Member.Path!.Council})")),
                    Figures.Plain(sum));
            }
        }
    }

    private static bool Same(ComparedFigure one, ComparedFigure other) => (one.Measure, one.Status) == (other.Measure, other.Status);

    /// <summary>The figures in £ that stand for a whole; rates of councils do not add up.</summary>
    private static IEnumerable<ComparedFigure> Wholes(CheckedReturn filed, BetweenScope scope) =>
        ComparedFigures.Of(filed, scope.Path.Year, scope.Reference)
            .Where(figure => figure is { Kind: "money", Part: "" or ComparedFigures.Total });
}
