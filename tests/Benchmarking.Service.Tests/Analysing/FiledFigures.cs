using System.Globalization;
using System.Text;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>A row of an activity return: a value, or a numerator and denominator.</summary>
internal sealed record ActivityRow(string Year, string Measure, decimal? Value, string Unit, decimal? Numerator = null,
    decimal? Denominator = null, string Status = "actual");

/// <summary>An empty app to which a test class files what it needs, by the endpoints that councils use.</summary>
public sealed class FilingApp : IAsyncLifetime
{
    private readonly Azurite azurite = new();

    internal RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        App = await RunningApp.Start(azurite.NewAccount());
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await azurite.DisposeAsync();
    }

    /// <summary>Files an activity return and sees that it is accepted.</summary>
    internal Task File(string council, string year, params ActivityRow[] rows) => Put(
        $"{council}/{year}/activity",
        "financial_year,measure,numerator,denominator,value,unit,status,note\n" + string.Concat(rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Year},{row.Measure},{row.Numerator},{row.Denominator},{row.Value},{row.Unit},{row.Status},as measured\n"))));

    internal async Task Put(string path, string csv)
    {
        var receipt = await App.Put(path, new ByteArrayContent(Encoding.UTF8.GetBytes(csv)));
        Assert.True(receipt.GetProperty("status").GetString() == "accepted", receipt.GetRawText());
    }
}
