using System.Text.RegularExpressions;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Telemetry;

/// <summary>That what is measured is explained.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public void Every_instrument_is_explained_to_operators_and_none_that_there_is_not()
    {
        using var instruments = new Instruments();
        var there = new List<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Meter))
            {
                there.Add(instrument.Name);
            }
        };
        listener.Start();

        var explained = InstrumentName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md")))
            .Select(found => found.Groups[1].Value);
        Assert.Equal(there.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(benchmarking\.[a-z.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InstrumentName();
}
