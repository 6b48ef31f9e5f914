using Benchmarking.Core.Statistics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Benchmarking.Core.Tests.Plausibility.Patterns;

/// <summary>How odd one set of figures is among other councils' of the year. <c>AsFiled</c>: the largest modified z-score, as the service
/// has it. <c>OfLogarithms</c>: the same of logarithms of what is no percentage or score. <c>Pattern</c>: the score that ML.NET's PCA
/// gives. <c>Residual</c>: the largest part of a figure that the principal components leave, against what they leave of other
/// councils'.</summary>
internal sealed record Oddness(double AsFiled, double OfLogarithms, double Pattern, double Residual);

/// <summary>What is usual among other councils, each measure by itself and all together.</summary>
internal sealed class Yardstick
{
    private const double Farthest = 6;
    private const double NormalMad = 0.6745;
    private const double Dust = 1e-6;

    private readonly int[] measures;
    private readonly bool[] areLogarithms;
    private readonly ModifiedZ[] filed;
    private readonly ModifiedZ[] scaled;
    private readonly MLContext context = new(seed: 1);
    private readonly SchemaDefinition schema = SchemaDefinition.Create(typeof(Point));
    private readonly AnomalyPredictionTransformer<PcaModelParameters> model;
    private readonly double[] mean;
    private readonly double[][] components;
    private readonly double[] usual;

    public Yardstick(FigurePanel panel, int[] measures, IReadOnlyList<CouncilYear> others)
    {
        this.measures = measures;
        areLogarithms = [.. measures.Select(at => panel.Units[at] is not ("percent" or "score"))];
        filed = [.. measures.Select(at => ModifiedZ.For([.. others.Select(row => row.Figures[at]).OfType<decimal>()]))];
        scaled = [.. measures.Select((at, i) => ModifiedZ.For([.. others.Select(row => Scaled(i, row.Figures[at])).OfType<decimal>()]))];
        var points = others.Select(row => Point(row.Figures)).ToArray();
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, measures.Length);
        model = context.AnomalyDetection.Trainers.RandomizedPca(new RandomizedPcaTrainer.Options
        {
            FeatureColumnName = "Features", Rank = Rank(measures.Length), Oversampling = 20, EnsureZeroMean = true, Seed = 1,
        }).Fit(View(points));
        VBuffer<float>[] vectors = [];
        model.Model.GetEigenVectors(ref vectors, out _);
        components = [.. vectors.Select(vector => vector.DenseValues().Select(value => (double)value).ToArray())];
        mean = [.. measures.Select((_, i) => points.Average(point => (double)point[i]))];
        var left = points.Select(Left).ToArray();
        usual = [.. measures.Select((_, i) => Dust + (Median(left.Select(one => Math.Abs(one[i]))) / NormalMad))];
    }

    /// <summary>A quarter of the number of measures.</summary>
    public static int Rank(int measures) => Math.Max(2, (int)Math.Round(measures / 4.0, MidpointRounding.AwayFromZero));

    public IReadOnlyList<Oddness> Of(IReadOnlyList<IReadOnlyList<decimal?>> councils)
    {
        var points = councils.Select(Point).ToArray();
        var scores = context.Data.CreateEnumerable<Scored>(model.Transform(View(points)), reuseRowObject: false)
            .Select(row => (double)row.Score);
        return
        [
            .. councils.Zip(points, scores).Select(one => new Oddness(
                measures.Select((at, i) => Score(filed[i], one.First[at])).Max(),
                measures.Select((at, i) => Score(scaled[i], Scaled(i, one.First[at]))).Max(),
                one.Third, Left(one.Second).Zip(usual, (left, other) => Math.Abs(left) / other).Max())),
        ];
    }

    /// <summary>Modified z-scores of a council, a missing figure as the median, none farther out than six: one wild figure would turn the
    /// components.</summary>
    private float[] Point(IReadOnlyList<decimal?> figures) =>
    [
        .. measures.Select((at, i) =>
            (float)Math.Clamp((double)(Scaled(i, figures[at]) is { } value ? scaled[i].Of(value) ?? 0 : 0), -Farthest, Farthest)),
    ];

    /// <summary>What the principal components leave of a point.</summary>
    private double[] Left(float[] point)
    {
        double[] from = [.. point.Zip(mean, (value, middle) => value - middle)];
        return [.. from.Select((value, i) =>
            value - components.Sum(component => component[i] * component.Zip(from, (a, b) => a * b).Sum()))];
    }

    private decimal? Scaled(int measure, decimal? figure) =>
        figure is not { } value ? null : !areLogarithms[measure] ? value : value > 0 ? (decimal)Math.Log((double)value) : null;

    private static double Score(ModifiedZ group, decimal? value) => value is { } figure ? (double)Math.Abs(group.Of(figure) ?? 0) : 0;

    private static double Median(IEnumerable<double> values) => (double)Quantiles.Median([.. values.Select(value => (decimal)value)]);

    private IDataView View(IEnumerable<float[]> points) =>
        context.Data.LoadFromEnumerable(points.Select(point => new Point { Features = point }), schema);
}

/// <summary>A row of what ML.NET is given.</summary>
internal sealed class Point
{
    public float[] Features { get; init; } = [];
}

/// <summary>A row of what ML.NET gives.</summary>
internal sealed class Scored
{
    public float Score { get; set; }
}
