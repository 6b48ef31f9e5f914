namespace Benchmarking.Service.Tests.Work;

/// <summary>Small returns for the tests of the work.</summary>
internal static class SampleFiles
{
    public const string TamesideSavings = "tameside/2012-13/savings.csv";

    /// <summary>A savings return of one total, with the percentage of the net budget where it is given.</summary>
    public static string Savings(string amount, string? percent) =>
        "financial_year,category,amount,unit,status\n"
        + $"2012-13,total,\"{amount}\",gbp,actual\n"
        + (percent is null ? "" : $"2012-13,total,{percent},percent_of_net_budget,actual\n");

    /// <summary>The same with a note that explains why figures of an earlier revision are gone.</summary>
    public static string Corrected(string amount, string? percent) =>
        "financial_year,category,amount,unit,status,note\n"
        + $"2012-13,total,\"{amount}\",gbp,actual,other figures were in error\n"
        + (percent is null ? "" : $"2012-13,total,{percent},percent_of_net_budget,actual,\n");
}
