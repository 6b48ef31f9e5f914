using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>A return in the year's list. <c>Timeliness</c> is <c>in-time</c> or <c>late</c> by its first accepted revision; null where
/// there is none or no deadline is set.</summary>
internal sealed record ListedReturn(
    CouncilCode Council, FinancialYear Year, ReturnKind Kind, ReturnStatus Status, int? Revision, DateTimeOffset ReceivedAt,
    string Receipt, string Sha256,
    DateTimeOffset? FiledAt, string? Timeliness, IReadOnlyList<SignOff> SignOffs);

/// <summary>Who has filed one kind of return. <c>Filed</c> have an accepted revision, <c>Late</c> are those of them after the deadline
/// (null where none is set), <c>NotAccepted</c> have uploads only that were not accepted, <c>Withdrawn</c> took theirs back,
/// <c>CoveredJointly</c> are in a partnership's return only.</summary>
internal sealed record KindReport(
    ReturnKind Kind, DateTimeOffset? Deadline, IReadOnlyList<string> Filed, IReadOnlyList<string>? Late, IReadOnlyList<string> NotAccepted,
    IReadOnlyList<string> Withdrawn, IReadOnlyList<string> CoveredJointly, IReadOnlyList<string> NotFiled);

/// <summary>A partnership's return and its members: those who filed alone as well, and those who are covered by it only.</summary>
internal sealed record JointCoverage(string Partnership, ReturnKind Kind, IReadOnlyList<string> FiledAlone,
    IReadOnlyList<string> CoveredJointly);

/// <summary>A year's filings, read for a year's list. A council counts as filed where an accepted revision of its own serves.</summary>
internal sealed class FilingReport(FinancialYear year, IReadOnlyList<Filing> filings, FilingDeadlines deadlines, Caller caller)
{
    private readonly string[] councils =
        [.. ReferenceData.Current.Councils.In(year).Select(council => council.Code.Value).Order(StringComparer.Ordinal)];

    public IReadOnlyList<ListedReturn> Returns =>
    [
        .. filings.Select(f => new ListedReturn(
            f.Council, f.Year, f.Kind, f.Status, f.Revision, f.ReceivedAt, f.Receipt, f.Sha256, f.FiledAt, Timeliness(f),
            Shown(f.SignOffs, new ReturnPath(f.Council, f.Year, f.Kind, "csv"), caller))),
    ];

    /// <summary>Councils of which nothing is held but perhaps a joint return.</summary>
    public IReadOnlyList<string> Missing =>
        [.. councils.Except(filings.Where(filing => filing.Status != ReturnStatus.Withdrawn || filing.Revision is not null)
            .Select(filing => filing.Council.Value))];

    public IReadOnlyList<JointCoverage> Joint =>
    [
        .. from partnership in ReferenceData.Current.Groups.Partnerships
           from filing in filings
           where filing.Council.Value == partnership.Code && filing.FiledAt is not null
           let alone = Filed(filing.Kind).ToHashSet()
           let members = partnership.Members.Select(member => member.Value).Order(StringComparer.Ordinal).ToLookup(alone.Contains)
           orderby partnership.Code, filing.Kind
           select new JointCoverage(partnership.Code, filing.Kind, [.. members[true]], [.. members[false]]),
    ];

    /// <summary>The office that signed is for everybody, the officer's name for those who may read what was signed.</summary>
    public static IReadOnlyList<SignOff> Shown(IReadOnlyList<SignOff> signOffs, ReturnPath path, Caller caller) =>
        AccessRules.DepthOf(caller, path) == ReceiptDepth.Codes
            ? [.. signOffs.Select(signOff => signOff with { Name = null })] : signOffs;

    public IReadOnlyList<KindReport> Kinds => [.. Enum.GetValues<ReturnKind>().Select(Kind)];

    private KindReport Kind(ReturnKind kind)
    {
        var (deadline, filed) = (deadlines.Of(year, kind), Filed(kind));
        var withdrawn = Of(kind, filing => filing.Status == ReturnStatus.Withdrawn);
        var notAccepted = Of(kind, filing => filing.FiledAt is null && filing.Status != ReturnStatus.Withdrawn);
        string[] covered = [.. Joint.Where(joint => joint.Kind == kind).SelectMany(joint => joint.CoveredJointly).Distinct()
            .Order(StringComparer.Ordinal)];
        return new KindReport(
            kind, deadline, filed, deadline is null ? null : Of(kind, filing => filing.FiledAt > deadline), notAccepted, withdrawn, covered,
            [.. councils.Except(filed).Except(notAccepted).Except(withdrawn).Except(covered)]);
    }

    private string? Timeliness(Filing filing) =>
        filing.FiledAt is null || deadlines.Of(year, filing.Kind) is not { } deadline
            ? null : filing.FiledAt > deadline ? "late" : "in-time";

    private string[] Filed(ReturnKind kind) => Of(kind, filing => filing.FiledAt is not null);

    private string[] Of(ReturnKind kind, Func<Filing, bool> takes) =>
        [.. filings.Where(filing => filing.Kind == kind && takes(filing)).Select(filing => filing.Council.Value)
            .Order(StringComparer.Ordinal)];
}
