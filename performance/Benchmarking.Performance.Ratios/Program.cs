using System.Globalization;
using Benchmarking.Performance.Ratios;

// A part by name; the sides of a refresh run in processes of their own, so that each has its own peak of memory.
return args switch
{
    ["checking", ..] => CheckingRatios.Run(runs: args.Length > 1 ? Number(args[1]) : 7),
    ["refresh", var councils, var years, var metrics, var runs] =>
        RefreshRatios.Run(new Scale(Number(councils), Number(years), Number(metrics)), Number(runs)),
    ["side", var side, var source, var councils, var years, var metrics, var file] =>
        RefreshSide.Run(side, source, new Scale(Number(councils), Number(years), Number(metrics)), file),
    _ => throw new ArgumentException("checking [runs], or refresh councils years metrics runs"),
};

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
