namespace Benchmarking.Core.Statistics;

/// <summary>The recent trend of a series in words. A rise is no judgement: the metric's polarity says whether it is better.</summary>
public enum RecentTrend
{
    CannotBeCalculated,
    NoSignificantChange,
    Increasing,
    Decreasing,
}

/// <summary>A yearly value with its 95 % confidence interval.</summary>
public sealed record MarkerValue(int Year, decimal Value, Interval Interval);

/// <summary>A yearly count of a denominator.</summary>
public sealed record MarkerProportion(int Year, decimal Count, decimal Denominator);

/// <summary>The OHID's five-point trend marker (Fingertips technical guidance): significant where χ² for trend passes the 0.998 quantile
/// and the slope keeps its sign whichever one point is left out. Slope, χ² and sign are null where it cannot be calculated.</summary>
public sealed record TrendMarker(RecentTrend Trend, double? Slope, double? ChiSquare, bool? SignsAgree)
{
    /// <summary>χ² with one degree of freedom at 0.998.</summary>
    public const double Critical = 9.549535706083244;

    public const int Points = 5;

    // The width of a 95 % interval in standard errors.
    private const double Width = 3.92;

    private static readonly TrendMarker Unknown = new(RecentTrend.CannotBeCalculated, null, null, null);

    /// <summary>The marker of the last five values, which must be years in a row and have intervals wider than nothing: least squares
    /// weighted by the intervals.</summary>
    public static TrendMarker OfIntervals(IEnumerable<MarkerValue> series)
    {
        List<MarkerValue> last = [.. series.OrderBy(point => point.Year).TakeLast(Points)];
        return InARow(last.Select(point => point.Year)) && last.All(point => point.Interval.Upper > point.Interval.Lower)
            ? Of([.. last.Select(Weighed)], fit => Math.Pow(fit.Slope, 2) * fit.Spread)
            : Unknown;
    }

    /// <summary>The marker of the last five proportions, which must be years in a row and lie between none and all: the Cochran–Armitage
    /// test; the slope is that of the log odds.</summary>
    public static TrendMarker OfProportions(IEnumerable<MarkerProportion> series)
    {
        List<MarkerProportion> last = [.. series.OrderBy(point => point.Year).TakeLast(Points)];
        return InARow(last.Select(point => point.Year)) && last.All(point => point.Count > 0 && point.Count < point.Denominator)
            ? Of([.. last.Select(LogOdds)], _ => CochranArmitage(last))
            : Unknown;
    }

    private static TrendMarker Of(IReadOnlyList<Point> points, Func<Line, double> chiSquare)
    {
        var fit = Line.Through(points);
        var square = chiSquare(fit);
        var sign = Math.Sign(fit.Slope);
        var agree = points.All(left => Math.Sign(Line.Through(points.Where(point => point != left)).Slope) == sign);
        var trend = !agree || square <= Critical || sign == 0 ? RecentTrend.NoSignificantChange
            : sign > 0 ? RecentTrend.Increasing
            : RecentTrend.Decreasing;
        return new(trend, fit.Slope, square, agree);
    }

    // N(N·ΣxT − X·ΣnT)² / (X(N−X)(N·ΣnT² − (ΣnT)²)), in years from the first point.
    private static double CochranArmitage(List<MarkerProportion> points)
    {
        var (n, x, xt, nt, ntt) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            var (t, count, all) = (point.Year - points[0].Year, (double)point.Count, (double)point.Denominator);
            (n, x, xt, nt, ntt) = (n + all, x + count, xt + (count * t), nt + (all * t), ntt + (all * t * t));
        }

        return n * Math.Pow((n * xt) - (x * nt), 2) / (x * (n - x) * ((n * ntt) - (nt * nt)));
    }

    private static Point Weighed(MarkerValue point) =>
        new(point.Year, (double)point.Value, Math.Pow(Width / (double)(point.Interval.Upper - point.Interval.Lower), 2));

    private static Point LogOdds(MarkerProportion point) =>
        new(point.Year, Math.Log((double)(point.Count / (point.Denominator - point.Count))), 1);

    private static bool InARow(IEnumerable<int> years)
    {
        List<int> all = [.. years];
        return all.Count == Points && all.Zip(all.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private sealed record Point(double Time, double Value, double Weight);

    /// <summary>A weighted least-squares line: its slope and the weighted spread of the times about their mean.</summary>
    private readonly record struct Line(double Slope, double Spread)
    {
        public static Line Through(IEnumerable<Point> points)
        {
            List<Point> all = [.. points];
            var mean = all.Sum(p => p.Weight * p.Time) / all.Sum(p => p.Weight);
            var spread = all.Sum(p => p.Weight * Math.Pow(p.Time - mean, 2));
            return new(all.Sum(p => p.Weight * (p.Time - mean) * p.Value) / spread, spread);
        }
    }
}
