namespace Benchmarking.Service.Tests.App;

/// <summary>A savings return with twelve different faults, and where each is.</summary>
internal static class TwelveFaults
{
    public const string File =
        "financial_year,category,subcategory,description,amount,unit,status,confidence,stage,recurrence,one_off_cost,note\n"
        + "2012-14,prevention,,Halves that do not follow,1000,gbp,actual,,,,,\n"
        + "last year,prevention,,A year in words,1000,gbp,actual,,,,,\n"
        + "2012-13,preventoin,,A misspelt category,1000,gbp,actual,,,,,\n"
        + "2012-13,prevention,,No amount,,gbp,actual,,,,,\n"
        + "2012-13,prevention,,Odd grouping,\"1,23,4\",gbp,actual,,,,,\n"
        + "2012-13,prevention,,A unit of its own,1000,pounds,actual,,,,,\n"
        + "2012-13,prevention,,A misspelt status,1000,gbp,actuall,,,,,\n"
        + "2012-13,prevention,,Unknown confidence,1000,gbp,actual,certain,,,,\n"
        + "2012-13,prevention,,Unknown stage,1000,gbp,actual,,started,,,\n"
        + "2012-13,prevention,,Unknown recurrence,1000,gbp,actual,,,sometimes,,\n"
        + "2013-14,prevention,,Known before its time,1000,gbp,actual,,,,,\n"
        + "2012-13,prevention,,Excel was here,1.2E+06,gbp,actual,,,,,\n";

    /// <summary>Code, line as Excel shows it, column and value as filed.</summary>
    public static readonly string[] Findings =
    [
        "year-halves 2 financial_year 2012-14",
        "year-unreadable 3 financial_year last year",
        "category-unknown 4 category preventoin",
        "cell-required 5 amount ",
        "number-grouping 6 amount 1,23,4",
        "unit-unknown 7 unit pounds",
        "status-unknown 8 status actuall",
        "confidence-unknown 9 confidence certain",
        "stage-unknown 10 stage started",
        "recurrence-unknown 11 recurrence sometimes",
        "actual-in-future 12 status actual",
        "number-scientific 13 amount 1.2E+06",
    ];
}
