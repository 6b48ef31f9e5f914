using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>Templates of the four kinds of return. The example rows are made up and pass the checks as they stand.</summary>
public static class ReturnTemplates
{
    private static readonly Dictionary<ReturnKind, string[]> Examples = new()
    {
        [ReturnKind.Savings] =
        [
            "2012-13,total,,,1200000,gbp,actual,,,,,Replace these two example rows; further categories go below",
            "2012-13,prevention,promoting-independence,Reablement at home,1200000,gbp,actual,assured,delivery,recurrent,50000,",
        ],
        [ReturnKind.Budget] =
        [
            "2012-13,net_budget,,45000000,gbp,actual,Replace these two example rows",
            "2012-13,council_net_budget,,160000000,gbp,actual,The whole council's; leave out what you do not know",
        ],
        [ReturnKind.Activity] =
        [
            "2012-13,admissions_65plus_per_1000,,200,25000,8.0,per_1000,actual,Replace these two example rows",
            "2012-13,home_care_contact_hours,,,,500000,hours,actual,",
        ],
        [ReturnKind.Prices] =
        [
            "2012-13,Residential care 65+,Example Care Home Ltd,10,placements,520.00,Replace these two example rows",
            "2012-13,Home care,Example Home Care Ltd,20000,hours,14.50,",
        ],
    };

    public static string Csv(ReturnKind kind) =>
        string.Concat(Examples[kind].Prepend(string.Join(',', ReturnLayout.For(kind).Columns.Select(column => column.Name))).Select(line => $"{line}\r\n"));
}
