using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>Alerts read the app's log: each event they look for is one that it writes, and each is explained to operators.</summary>
public sealed partial class AlertTests
{
    private static readonly BicepFile Alerts = BicepFile.Module("alerts");

    private static readonly string Operations = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    private static readonly Dictionary<string, LoggerMessageAttribute> Events = typeof(Log)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)
        .Select(method => (method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
        .Where(pair => pair.Message is not null)
        .ToDictionary(pair => pair.Name, pair => pair.Message!);

    [Theory]
    [InlineData("startRefused", nameof(Log.StartRefused))]
    [InlineData("startFailed", nameof(Log.StartFailed))]
    [InlineData("returnTaken", nameof(Log.ReturnTaken))]
    [InlineData("drift", nameof(Log.Drift))]
    [InlineData("refreshed", nameof(Log.Refreshed))]
    [InlineData("refreshFailed", nameof(Log.RefreshFailed))]
    [InlineData("putAside", nameof(Log.PutAside))]
    public void An_event_that_is_looked_for_is_one_that_is_logged(string variable, string message)
    {
        Assert.Contains($"var {variable} = {Events[message].EventId.ToString(CultureInfo.InvariantCulture)}\n", Alerts.Code, StringComparison.Ordinal);
        Assert.Contains($"lines({variable})", Alerts.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_event_is_looked_for() => Assert.Equal(7, EventVariable().Count(Alerts.Code));

    [Fact]
    public void An_accepted_return_is_found_by_the_words_that_are_logged()
    {
        Assert.Contains("{Path}: {Status}, ", Events[nameof(Log.ReturnTaken)].Message, StringComparison.Ordinal);
        Assert.Contains($"Message contains \": {Codes.Of(ReturnStatus.Accepted)},\"", Alerts.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_probe_from_outside_asks_for_the_address_that_is_served() =>
        Assert.Contains("RequestUrl: 'https://${functionHostName}/health/ready'", Alerts.Code, StringComparison.Ordinal);

    [Fact]
    public void Operators_are_told_of_every_event()
    {
        foreach (var (name, message) in Events)
        {
            Assert.True(Operations.Contains($"| {message.EventId} |", StringComparison.Ordinal), $"docs/operations.md does not explain {message.EventId} {name}.");
        }
    }

    [Fact]
    public void Operators_are_told_of_every_alert()
    {
        var described = AlertDescription().Matches(Alerts.Code).Select(match => match.Groups[1].Value).Where(name => !name.StartsWith('$'));
        var listed = RuleName().Matches(Alerts.Code).Select(match => match.Groups[1].Value);
        var names = described.Concat(listed).Distinct().ToList();
        Assert.Equal(8, names.Count);
        Assert.All(names, name => Assert.Contains($"### {name}\n", Operations, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^var \w+ = \d+\r?$", RegexOptions.Multiline)]
    private static partial Regex EventVariable();

    [GeneratedRegex(@"docs/operations\.md, alert ([\w${}.-]+)'")]
    private static partial Regex AlertDescription();

    [GeneratedRegex(@"name: '([a-z-]+)'\s+title:")]
    private static partial Regex RuleName();
}
