namespace Benchmarking.Core.Appraising;

/// <summary>A programme appraised part by part, as the papers did; a part that the programme has not is null.</summary>
public sealed record PublishedProgrammeAppraisal(
    PublishedInvestment? Investment,
    PublishedRiskProfile? Confidence,
    PublishedPhasing? Phasing,
    PublishedAttribution? Attribution,
    PublishedEqualisation? PriceEqualisation,
    PublishedPipeline? Pipeline,
    IReadOnlyList<PublishedStanding>? Benefits,
    PublishedStaffing? Staffing);

/// <summary>Appraises programmes. The first part that cannot be appraised is the answer: a programme is kept whole or not at all.</summary>
public static class ProgrammeAppraisal
{
    private const int LongestName = 200;
    private const int LongestSource = 1_000;
    private const int MostItems = 2_000;

    private static readonly ConfidenceWeights Unweighted = new(1, 1, 1);

    public static Appraised<PublishedProgrammeAppraisal> Of(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        if (Fault(programme) is { } fault)
        {
            return fault;
        }

        var investment = programme.Investment is { } i ? ReturnOnInvestment.Of(i.DiscountRate, i.Flows) : null;
        var confidence = programme.Confidence is { } c ? ConfidenceProfile.Of(c.Savings, c.Weights ?? Unweighted) : null;
        var phasing = programme.Phasing is { } p ? Phasing.Of(p.Savings, p.Printed, p.RoundedTo) : null;
        var attribution = programme.Attribution is { } a ? Attribution.Of(a.Amount, a.Decimals, a.Base) : null;
        var prices = programme.PriceEqualisation is { } e ? PriceEqualisation.Of(e.Average, e.Factor, e.Prices) : null;
        var pipeline = programme.Pipeline is { } savings ? SavingsPipeline.Of(savings) : null;
        var benefits = programme.Benefits is { } b ? b.Items.Select(item => Benefits.Of(item, b.AsAt)).ToList() : null;
        var staffing = programme.Staffing is { } posts ? Staffing.Of(posts) : null;
        var problem = investment?.Problem ?? confidence?.Problem ?? phasing?.Problem ?? attribution?.Problem ?? prices?.Problem
            ?? pipeline?.Problem
            ?? benefits?.Select(benefit => benefit.Problem).FirstOrDefault(each => each is not null)
            ?? staffing?.Problem;
        return problem is not null
            ? problem
            : new PublishedProgrammeAppraisal(
                investment?.Result is { } net ? AppraisalPublication.Publish(net) : null,
                confidence?.Result is { } profile ? PlanPublication.Publish(profile, programme.Confidence!.Weights is not null) : null,
                phasing?.Result is { } table ? PlanPublication.Publish(table) : null,
                attribution?.Result is { } parts ? AppraisalPublication.Publish(parts) : null,
                prices?.Result is { } saving ? AppraisalPublication.Publish(saving) : null,
                pipeline?.Result is { } view ? PlanPublication.Publish(view) : null,
                benefits?.Select(benefit => PlanPublication.Publish(benefit.Result!)).ToList(),
                staffing?.Result);
    }

    private static AppraisalProblem? Fault(Programme programme) =>
        programme.Name.Trim().Length is 0 or > LongestName
            ? new("name-out-of-range", Limits.Text($"Give the programme a name of 1 to {LongestName} characters."))
        : programme.Source?.Length > LongestSource
            ? new("source-too-long", Limits.Text($"The source has more than {LongestSource} characters: shorten it."))
        : programme.Unit is not ("gbp" or "gbp_thousands")
            ? new("unit-unknown", $"'{programme.Unit}' is not the unit of a programme.", ["gbp", "gbp_thousands"])
        : programme is { Investment: null, Confidence: null, Phasing: null, Attribution: null, PriceEqualisation: null, Pipeline: null,
            Benefits: null, Staffing: null }
            ? new(
                "programme-empty", "There is nothing to appraise: give at least one part of a plan.",
                ["investment", "confidence", "phasing", "attribution", "priceEqualisation", "pipeline", "benefits", "staffing"])
        : Lengths(programme).Max() > MostItems
            ? new("list-too-long", Limits.Text($"A list of the programme has more than {MostItems} entries: split the programme."))
        : programme.Phasing is { RoundedTo: <= 0 or > 1_000_000 }
            ? new("rounded-to-out-of-range", "The unit to which figures are rounded is above 0 and at most 1000000.")
        : EditionFault(programme.Follows);

    private static int[] Lengths(Programme programme) =>
    [
        programme.Phasing?.Savings.Count ?? 0, programme.Phasing?.Printed?.Count ?? 0, programme.Pipeline?.Count ?? 0,
        programme.Benefits?.Items.Count ?? 0, programme.Staffing?.Lines.Count ?? 0, programme.Staffing?.Printed?.Count ?? 0,
        programme.Budgets?.Count ?? 0, programme.Follows?.Renamed?.Count ?? 0,
    ];

    private static AppraisalProblem? EditionFault(ProgrammeFollows? follows)
    {
        var renamed = follows?.Renamed ?? [];
        var repeated = renamed.GroupBy(each => each.Source).Concat(renamed.GroupBy(each => each.Earlier))
            .FirstOrDefault(group => group.Count() > 1)?.Key;
        return repeated is null
            ? null
            : new("source-renamed-twice", $"'{repeated}' stands twice in 'follows.renamed': one source has one other name.");
    }
}
