using System.Text.RegularExpressions;
using Benchmarking.Service.Http;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Routing;

namespace Benchmarking.Service.Tests.Security;

/// <summary>Marks are planted in every place that is not public and looked for in every answer, in every form, that anybody gets. What
/// marks cannot show, such as a mean that hangs on a figure that is withheld, shows where two services with other secrets answer
/// differently.</summary>
public sealed partial class LeakTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private static readonly Asker[] ReadersOfFiled = [Asker.Own, Asker.Partner, Asker.Joint, Asker.Analyst, Asker.Operator];
    private static readonly Asker[] HoldersOfKeys = [.. ReadersOfFiled, Asker.Other];
    private static readonly Asker[] Filers = [Asker.Own, Asker.Operator];

    [Fact]
    public async Task No_mark_is_in_an_answer_to_somebody_who_may_not_read_what_it_is_in()
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        var planted = await Planted.In(service, Secrets.One);
        var marks = Marks(planted.Secrets);
        var (answers, leaks, seen) = (0, new List<string>(), new HashSet<string>());
        foreach (var asker in Enum.GetValues<Asker>())
        {
            foreach (var (visit, form) in Forms(service, planted))
            {
                answers++;
                var text = await Answer(service, visit, asker, form);
                foreach (var mark in marks.Where(mark => text.Contains(mark.Text, StringComparison.Ordinal)))
                {
                    seen.Add(mark.Text);
                    leaks.AddRange(mark.Readers.Contains(asker) ? [] : [$"{asker}: {visit.Route} {visit.Address} {form}: {mark.Text}"]);
                }
            }
        }

        output.WriteLine($"{marks.Count} marks, {answers} answers, {leaks.Count} leaks");
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        Assert.Equal(marks.Select(mark => mark.Text).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_not_public_an_answer_without_a_key_is_the_same()
    {
        await using var one = await GuardedService.Start(azurite.NewAccount());
        await using var two = await GuardedService.Start(azurite.NewAccount());
        var (first, second) = (await Planted.In(one, Secrets.One), await Planted.In(two, Secrets.Two));
        var (compared, differ, keyed) = (0, new List<string>(), 0);
        foreach (var ((visit, form), (other, _)) in Forms(one, first).Zip(Forms(two, second)))
        {
            compared++;
            var answers = (await Shape(one, visit, Asker.Nobody, form), await Shape(two, other, Asker.Nobody, form));
            differ.AddRange(answers.Item1 == answers.Item2 ? [] : [$"{visit.Route} {visit.Address} {form}: {Difference(answers)}"]);
            keyed += await Shape(one, visit, Asker.Operator, form) == await Shape(two, other, Asker.Operator, form) ? 0 : 1;
        }

        output.WriteLine($"{compared} answers compared, {differ.Count} differ without a key, {keyed} with an operator's");
        Assert.True(differ.Count == 0, string.Join('\n', differ));
        Assert.True(keyed > 40, "With a key the secrets no longer show: nothing is compared.");
    }

    private static IReadOnlyList<(string Text, Asker[] Readers)> Marks(Secrets s) =>
    [
        (s.Note, Filers), (s.Provider, Filers), (s.UnitPrice, Filers), (s.Heading, Filers),
        (s.RejectedCell, ReadersOfFiled), (s.Reason, ReadersOfFiled), (s.Officer, ReadersOfFiled),
        (Visits.Text(s.Withdrawn), ReadersOfFiled),
        (Visits.Text(s.Saved), HoldersOfKeys), (Visits.Text(s.SavedNextYear), HoldersOfKeys), (Visits.Text(s.SavedBefore), HoldersOfKeys),
        (Visits.Text(s.Projected), HoldersOfKeys), (Visits.Grouped(s.Saved), ReadersOfFiled), (GuardedService.Label, [Asker.Operator]),
    ];

    /// <summary>Every visit in every form that its endpoint says its answer may have.</summary>
    private static IEnumerable<(Visit Visit, string? Form)> Forms(GuardedService service, Planted planted)
    {
        var forms = service.Endpoints
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method =>
                (Route: $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint.Metadata.GetMetadata<AnswerForms>()?.Forms)))
            .Where(pair => pair.Forms is not null).ToLookup(pair => pair.Route, pair => pair.Forms!);
        return Visits.Of(planted).Where(visit => visit.Route != "POST /api/v1/refreshes")
            .SelectMany(visit => (forms[visit.Route].FirstOrDefault() ?? []).Select(form => (string?)form).DefaultIfEmpty(null)
                .Select(form => (visit, form)));
    }

    private static async Task<string> Answer(GuardedService service, Visit visit, Asker asker, string? form)
    {
        using var request = visit.Request(asker, form);
        using var answer = await service.Send(asker, request);
        return await AnswerText.Of(answer);
    }

    /// <summary>An answer without what is another for every account: ids, hashes and times.</summary>
    private static async Task<string> Shape(GuardedService service, Visit visit, Asker asker, string? form) =>
        Varying().Replace(Hash().Replace(await Answer(service, visit, asker, form), "#"), "*");

    private static string Difference((string One, string Two) answers)
    {
        var at = answers.One.Zip(answers.Two).TakeWhile(pair => pair.First == pair.Second).Count();
        string Near(string text) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 40)];
        return $"…{Near(answers.One)}… and …{Near(answers.Two)}…";
    }

    [GeneratedRegex("[0-9a-f]{16,64}")]
    private static partial Regex Hash();

    // Times, how long a rebuild took, the name of a request and, since hashes and times do not compress alike, the length.
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z|\d+ [A-Z][a-z]+ \d{4}, \d{2}:\d{2}:\d{2} UTC|""traceId"":""[^""]+"""
        + @"|""duration"":[0-9.]+|Content-Length: \d+")]
    private static partial Regex Varying();
}
