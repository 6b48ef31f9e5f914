using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The columns of each kind of return, in the order of the templates, and of a dataset, which is no return: its <c>Kind</c> is
/// null.</summary>
public sealed record ReturnLayout(ReturnKind? Kind, IReadOnlyList<ReturnColumn> Columns)
{
    /// <summary>A dataset's file. The council is named by its ONS code or in <c>council</c>; one of the two must be there.</summary>
    public static ReturnLayout Dataset { get; } = Of(null, "financial_year*", "gss_code", "council", "council_name", "measure*",
        "numerator", "denominator", "value*", "unit", "respondents", "margin_of_error", "marker", "note");

    private static readonly Dictionary<ReturnKind, ReturnLayout> Layouts = new[]
    {
        Of(ReturnKind.Savings, "financial_year*", "category*", "subcategory", "description", "amount*", "unit*", "status*",
            "confidence", "stage", "recurrence", "one_off_cost", "note"),
        Of(ReturnKind.Budget, "financial_year*", "measure*", "service", "amount*", "unit*", "status*", "note"),
        Of(ReturnKind.Activity, "financial_year*", "measure*", "client_group", "numerator", "denominator", "value", "unit*", "status*",
            "note"),
        Of(ReturnKind.Prices, "financial_year*", "service*", "provider*", "quantity*", "quantity_unit*", "unit_price*", "note"),
    }.ToDictionary(layout => layout.Kind!.Value);

    /// <summary>What such a file is called.</summary>
    public string Name => Kind is { } kind ? Codes.Of(kind) : "dataset";

    public static ReturnLayout For(ReturnKind kind) => Layouts[kind];

    /// <summary>The column of a name as written in a header; null where the name is not known.</summary>
    public ReturnColumn? Find(string name)
    {
        var folded = Codes.Fold(name);
        return Columns.FirstOrDefault(column => column.Folded == folded);
    }

    /// <summary>How many different columns the cells name.</summary>
    public int KnownNames(IEnumerable<string> cells) => cells.Select(Find).OfType<ReturnColumn>().Distinct().Count();

    private static ReturnLayout Of(ReturnKind? kind, params string[] columns) =>
        new(kind, [.. columns.Select(name => new ReturnColumn(name.TrimEnd('*'), name.EndsWith('*')))]);
}

/// <summary>A column by its canonical name.</summary>
public sealed record ReturnColumn(string Name, bool Required)
{
    /// <summary>Whether the cell holds the council's own words, which may be anything, also a date.</summary>
    public bool IsFreeText => Name is "note" or "description" or "council_name" or "marker";

    /// <summary>Whether the cell holds words that the council chooses, so that nothing but itself says how they are written.</summary>
    public bool HoldsOwnWords => IsFreeText || Name is "subcategory" or "service" or "provider" or "client_group" or "quantity_unit";

    /// <summary>Whether the cell holds a figure.</summary>
    public bool IsNumber => Name is "amount" or "one_off_cost" or "numerator" or "denominator" or "value" or "quantity" or "unit_price"
        or "respondents" or "margin_of_error";

    internal string Folded { get; } = Codes.Fold(Name);
}
