using System.Reflection;
using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>Alerts read the app's log: each event they look for is one that it writes, and each is explained to operators.</summary>
public sealed partial class AlertTests
{
    private static readonly string Operations = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    private static readonly List<(MethodInfo Method, LoggerMessageAttribute Message)> Events =
        [.. from method in typeof(Log).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            select (method, message)];

    private static readonly List<string> Queries = [.. Deployment.Production.OfType("Microsoft.Insights/scheduledQueryRules")
        .Select(rule => Assert.Single(rule.List("properties/criteria/allOf")).Text("query"))];

    [Fact]
    public void Events_that_are_looked_for_are_logged_under_these_names()
    {
        var lookedFor = Queries.SelectMany(query => NamesIn().Match(query).Groups[1].Captures).Select(name => name.Value);
        string[] events =
        [
            nameof(Log.Drift), nameof(Log.PutAside), nameof(Log.RefreshFailed), nameof(Log.Refreshed),
            nameof(Log.ReturnTaken), nameof(Log.StartFailed), nameof(Log.StartRefused),
        ];
        Assert.Equal(events, lookedFor.Order(StringComparer.Ordinal));
        Assert.All(events, name => Assert.Equal(name, Logged(Event(name).Method)));
    }

    /// <summary>An app that does not start cannot name its events but on its console, by number.</summary>
    [Fact]
    public void A_start_that_failed_is_found_by_number_too()
    {
        var query = Assert.Single(Queries, query => query.Contains($"\"{nameof(Log.StartRefused)}\"", StringComparison.Ordinal));
        foreach (var name in new[] { nameof(Log.StartRefused), nameof(Log.StartFailed) })
        {
            Assert.Contains($" or Message contains \"[{Event(name).Message.EventId}]\"", query, StringComparison.Ordinal);
        }
    }

    /// <summary>What is logged with an exception goes to another table than what is not.</summary>
    [Fact]
    public void Both_tables_are_read() =>
        Assert.All(Queries, query => Assert.StartsWith("union AppTraces, AppExceptions | ", query, StringComparison.Ordinal));

    [Fact]
    public void An_accepted_return_is_found_by_the_words_that_are_logged()
    {
        var query = Assert.Single(Queries, query => query.Contains($"\"{nameof(Log.ReturnTaken)}\"", StringComparison.Ordinal));
        Assert.Contains("{Path}: {Status}, ", Event(nameof(Log.ReturnTaken)).Message.Message, StringComparison.Ordinal);
        Assert.Contains($"tostring(Properties.Status) == \"{Codes.Of(ReturnStatus.Accepted)}\"", query, StringComparison.Ordinal);
        Assert.Contains($"Message contains \": {Codes.Of(ReturnStatus.Accepted)},\"", query, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deadline_is_watched_only_where_there_is_one()
    {
        var without = Deployment.Of("prod", variable: "BENCHMARKING_FILING_DEADLINE=").OfType("Microsoft.Insights/scheduledQueryRules");
        Assert.Equal(Queries.Count - 1, without.Count());
        Assert.DoesNotContain(without, rule => rule.Text("name").EndsWith("-no-accepted-returns", StringComparison.Ordinal));
    }

    [Fact]
    public void The_probe_from_outside_asks_for_the_address_that_is_served() => Assert.StartsWith(
        "[format('https://{0}/health/ready', ",
        Deployment.Production.Single("Microsoft.Insights/webtests").Text("properties/Request/RequestUrl"),
        StringComparison.Ordinal);

    [Fact]
    public void Operators_are_told_of_every_event()
    {
        foreach (var (method, message) in Events)
        {
            var explained = Operations.Contains($"| {message.EventId} |", StringComparison.Ordinal);
            Assert.True(explained, $"docs/operations.md does not explain {message.EventId} {method.Name}.");
        }
    }

    [Fact]
    public void Operators_are_told_of_every_alert()
    {
        string[] types = ["Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts"];
        var rules = types.SelectMany(Deployment.Production.OfType).ToList();
        Assert.Equal(8, rules.Count);
        foreach (var rule in rules)
        {
            var name = rule.Text("name")["benchmarking-prod-".Length..];
            Assert.Equal($"docs/operations.md, alert {name}", rule.Text("properties/description"));
            Assert.Contains($"### {name}\n", Operations, StringComparison.Ordinal);
        }
    }

    private static (MethodInfo Method, LoggerMessageAttribute Message) Event(string name) => Events.Single(one => one.Method.Name == name);

    /// <summary>The name of the event that a method of <see cref="Log"/> writes.</summary>
    private static string? Logged(MethodInfo method)
    {
        var recorder = new Recorder();
        method.Invoke(null, [.. method.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var type when type == typeof(ILogger) => recorder,
            var type when type.IsValueType => Activator.CreateInstance(type),
            _ => null,
        })]);
        return recorder.Event?.Name;
    }

    [GeneratedRegex(@"in \((?:""(\w+)""(?:, )?)+\)")]
    private static partial Regex NamesIn();

    private sealed class Recorder : ILogger
    {
        public EventId? Event { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Event = eventId;
    }
}
