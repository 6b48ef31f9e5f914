using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks where a return was filed against the register and against its own rows.</summary>
internal static class PathChecks
{
    public static void CheckCouncil(ReturnPath path, ReferenceData reference, FindingList findings)
    {
        var slug = path.Council.Value;
        if (reference.Councils.Find(path.Council, path.Year) is null && !IsPartnership(path, reference))
        {
            findings.Add(FindingCatalogue.PathCouncilUnknown, null, null, null, slug, ExpectedCouncil(path, reference),
                path.Year.ToString());
        }
    }

    /// <summary>True, and reported, where every row can be dated and none is of the return's year.</summary>
    public static bool YearsAreMisfiled(ReturnPath path, RawReturn raw, FindingList findings)
    {
        var years = new SortedSet<FinancialYear>();
        foreach (var row in raw.Rows)
        {
            if (!FinancialYear.TryParse(row[YearCell.Column], out var year) || year == path.Year)
            {
                return false;
            }

            years.Add(year);
        }

        if (years.Count > 0)
        {
            findings.Add(
                FindingCatalogue.PathYear, null, null, YearCell.Column, string.Join(", ", years), path.Year.ToString(),
                path.Year.ToString());
        }

        return years.Count > 0;
    }

    private static bool IsPartnership(ReturnPath path, ReferenceData reference) =>
        reference.Groups.FindPartnership(path.Council.Value) is { } partnership
        && partnership.Members.Any(member => reference.Councils.Find(member, path.Year) is not null);

    private static string ExpectedCouncil(ReturnPath path, ReferenceData reference)
    {
        var slug = path.Council.Value;
        if (reference.Councils.FindAny(path.Council) is { } other)
        {
            var (instead, why) = other.ValidTo is { } last && last < path.Year
                ? (other.SucceededBy, $"{other.Name} ended with {last}")
                : ([.. reference.Councils.PredecessorsOf(other).Select(before => before.Code)],
                    $"{other.Name} begins with {other.ValidFrom}");
            return $"{(instead.Count == 0 ? "the council of that year" : string.Join(" or ", instead))}, because {why}";
        }

        if (reference.Councils.Resolve(slug, path.Year) is { } meant)
        {
            return meant.Code.Value;
        }

        var known = reference.Councils.In(path.Year).Select(council => council.Code.Value)
            .Concat(reference.Groups.Partnerships.Select(partnership => partnership.Code));
        return NearestWord.To(slug, known) is { } near && near != slug
            ? near
            : "the code of a council in the register of that year";
    }
}
