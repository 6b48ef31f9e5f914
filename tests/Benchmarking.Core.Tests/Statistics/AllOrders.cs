namespace Benchmarking.Core.Tests.Statistics;

/// <summary>Mann–Kendall's exact two-sided p by trying every order of the values, each place by itself, so that ties need no
/// thought.</summary>
internal static class AllOrders
{
    /// <summary>The share of the orders in which rises and falls differ by as much as in the series, or by more.</summary>
    public static double P(IReadOnlyList<decimal> series)
    {
        var (own, asFar, all) = (Math.Abs(Balance([.. series])), 0, 0);
        Try([.. series], 0);
        return (double)asFar / all;

        void Try(decimal[] values, int place)
        {
            if (place == values.Length)
            {
                all++;
                asFar += Math.Abs(Balance(values)) >= own ? 1 : 0;
                return;
            }

            for (var i = place; i < values.Length; i++)
            {
                (values[place], values[i]) = (values[i], values[place]);
                Try(values, place + 1);
                (values[place], values[i]) = (values[i], values[place]);
            }
        }
    }

    private static int Balance(decimal[] values) =>
        values.Index().Sum(later => values.Take(later.Index).Sum(earlier => Math.Sign(later.Item - earlier)));
}
