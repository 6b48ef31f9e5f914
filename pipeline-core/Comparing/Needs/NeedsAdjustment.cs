using Benchmarking.Core.Vocabulary;
using MathNet.Numerics.LinearAlgebra;

namespace Benchmarking.Core.Comparing.Needs;

/// <summary>A council's figure and the drivers of need it is set against, in the order of their names; null where none is held.</summary>
public sealed record NeedsCase(CouncilCode Council, decimal? Value, IReadOnlyList<decimal?> Drivers);

/// <summary>What the figure would be in a council of such drivers, and how far from it the council is. <c>StandardisedResidual</c> is the
/// distance in its standard errors, null where the council determines the line by itself. An expected value is no judgement.</summary>
public sealed record NeedsFigure(
    CouncilCode Council, decimal Value, decimal Expected, decimal Residual, decimal Leverage, decimal? StandardisedResidual);

/// <summary>The line through all councils with a value and every driver: <c>Coefficients</c> begin with the intercept.
/// <c>LeftOut</c> are the councils that lack something; nothing is filled in for them.</summary>
public sealed record NeedsModel(
    IReadOnlyList<string> Drivers,
    IReadOnlyList<decimal> Coefficients,
    decimal? RSquared,
    decimal? AdjustedRSquared,
    decimal ResidualVariance,
    IReadOnlyList<NeedsFigure> Councils,
    IReadOnlyList<CouncilCode> LeftOut);

/// <summary>Need-adjusted expected values by ordinary least squares on declared drivers, as the LGA's spend-variation reports do.</summary>
public static class NeedsAdjustment
{
    // Drivers so nearly a sum of each other leave no single line.
    private const double WorstCondition = 1e12;
    private const double Dust = 1e-9;

    /// <summary>Null where the councils are no more than the coefficients plus one, or a driver is constant or a sum of others.</summary>
    public static NeedsModel? Of(IReadOnlyList<string> drivers, IReadOnlyList<NeedsCase> cases)
    {
        List<NeedsCase> whole = [.. cases.Where(c => c.Value is not null && c.Drivers.All(driver => driver is not null))];
        var spare = whole.Count - drivers.Count - 1;
        if (spare < 1)
        {
            return null;
        }

        var x = Matrix<double>.Build.DenseOfRows(whole.Select(c => c.Drivers.Select(driver => (double)driver!.Value).Prepend(1)));
        var scaled = x.NormalizeColumns(2);
        if (scaled.ConditionNumber() is double.NaN or > WorstCondition)
        {
            return null;
        }

        var y = Vector<double>.Build.DenseOfEnumerable(whole.Select(c => (double)c.Value!.Value));
        var beta = x.QR().Solve(y);
        var fitted = x * beta;
        var variance = (y - fitted).DotProduct(y - fitted) / spare;
        return new(
            drivers, [.. beta.Select(b => (decimal)b)],
            Explained(y, variance * spare), Explained(y, variance * (whole.Count - 1)), (decimal)variance,
            Figures(whole, fitted, Leverages(scaled), variance),
            [.. cases.Except(whole).Select(c => c.Council).Order()]);
    }

    private static List<NeedsFigure> Figures(List<NeedsCase> cases, Vector<double> fitted, List<double> leverages, double variance) =>
        [.. cases.Select((c, i) =>
        {
            var residual = c.Value!.Value - (decimal)fitted[i];
            var error = Math.Sqrt(variance * (1 - leverages[i]));
            return new NeedsFigure(
                c.Council, c.Value.Value, (decimal)fitted[i], residual, (decimal)leverages[i],
                error > Dust ? residual / (decimal)error : null);
        })];

    // The diagonal of the hat matrix is the squared length of each row of Q.
    private static List<double> Leverages(Matrix<double> x) =>
        [.. x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q.EnumerateRows().Select(row => row.DotProduct(row))];

    // 1 − Σe²/Σ(y−ȳ)²; null where all values are equal.
    private static decimal? Explained(Vector<double> y, double unexplained)
    {
        var total = y.Subtract(y.Average()).PointwisePower(2).Sum();
        return total > 0 ? (decimal)(1 - (unexplained / total)) : null;
    }
}
