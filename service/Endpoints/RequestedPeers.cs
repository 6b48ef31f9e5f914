using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints;

/// <summary>The peers that a request asks for, with the group that somebody saved where <c>saved:</c> names one. <c>Text</c> names the
/// version of the group (<c>saved:north@0123456789abcdef</c>), so that a link to the answer goes on whatever the group becomes.
/// <c>Model</c> is the version of the model of nearness asked for, null for the usual one.</summary>
internal sealed record RequestedPeers(string Text, SavedGroup? Saved, string? Model)
{
    /// <summary>The register's state when the caller names no year: the year of the shipped figures.</summary>
    public static readonly FinancialYear DefaultYear = new(2012);

    public static PeerGroups Groups { get; } = PeerGroups.Of(ReferenceData.Current);

    /// <summary>The version of the model that tells the peers; null for all but nearest areas.</summary>
    public string? UsedModel => Saved is null && Text.Split(':')[0] == "nearest" ? Model ?? KnownModel.Versions[0] : null;

    /// <summary>The group of a year, for a subject where there is one; of one of several years where <paramref name="overYears"/>. A
    /// council that is unknown in the year is not found, anything else is a bad request.</summary>
    public Outcome<PeerGroup> Find(FinancialYear year, CouncilCode? subject, bool overYears = false)
    {
        var answer = Saved is null
            ? Groups.Find(Text, year, subject, overYears, Model)
            : Groups.FindSaved(Text, Saved, year, subject, overYears, Model);
        return answer.Problem is not { } problem ? answer.Group!
            : problem.Code == "council-unknown-in-year"
                ? Problem.NotFound(problem.Code, "Unknown council", problem.Message, problem.ValidValues)
            : Problem.BadRequest(problem.Code, "Unknown peer group", problem.Message, problem.ValidValues);
    }
}
