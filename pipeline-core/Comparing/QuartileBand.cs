using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>The quarter of the peers in which a value lies: <c>Number</c> 1 to 4 from the lowest values up, whichever way is better,
/// and <c>Meaning</c> in words that know the polarity.</summary>
public sealed record QuartileBand(int Number, string Meaning)
{
    private static readonly string[] Quarters = ["lowest quarter", "second lowest quarter", "second highest quarter", "highest quarter"];
    private static readonly string[] BestFirst = ["best quarter", "second best quarter", "second worst quarter", "worst quarter"];

    internal static QuartileBand? Of(decimal? value, Quartiles? peers, Polarity polarity)
    {
        if (value is not { } own || peers is null)
        {
            return null;
        }

        var number = peers.BandOf(own);
        return new(number, peers.Collapsed && own == peers.Median ? "the value that half of the peers share" : Word(number, polarity));
    }

    private static string Word(int number, Polarity polarity) => polarity switch
    {
        Polarity.Lower => BestFirst[number - 1],
        Polarity.Higher => BestFirst[4 - number],
        _ => Quarters[number - 1],
    };
}
