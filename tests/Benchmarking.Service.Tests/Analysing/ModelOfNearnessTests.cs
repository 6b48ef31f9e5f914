using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Whoever asks for nearest areas may say by which model, on every endpoint that takes peers. Hackney's six of 2024-25 were
/// computed outside this project.</summary>
[Collection(nameof(SampleReadings))]
public sealed class ModelOfNearnessTests(SampleApp samples)
{
    private const string Hackney = "peers=nearest:6&model=areas-2&council=hackney";

    private static readonly string[] Six = ["barking-and-dagenham", "brent", "haringey", "islington", "newham", "tower-hamlets"];

    [Fact]
    public async Task Every_endpoint_that_takes_peers_takes_a_model_and_lists_its_versions()
    {
        var paths = JsonDocument.Parse(await samples.App.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))
            .RootElement.GetProperty("paths");
        var taking = 0;
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            var parameters = operation.Value.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().ToArray() : [];
            if (parameters.Any(parameter => parameter.Text("name") == "peers"))
            {
                taking++;
                var model = parameters.Single(parameter => parameter.Text("name") == "model");
                Assert.Equal(["areas-1", "areas-2"], model.GetProperty("schema").GetProperty("enum").Strings());
            }
        }

        Assert.Equal(8, taking);
    }

    [Theory]
    [InlineData("GET", "/comparisons/savings-total?year=2024-25&" + Hackney, "peerGroup")]
    [InlineData("GET", "/comparisons/plane?x=savings-total&y=savings-per-resident&year=2024-25&" + Hackney, "peerGroup")]
    [InlineData("GET", "/councils/hackney/profile?year=2024-25&peers=nearest:6&model=areas-2", "peerGroup")]
    [InlineData("GET", "/councils/hackney/opportunities?year=2024-25&peers=nearest:6&model=areas-2", "peerGroup")]
    [InlineData("GET", "/peer-groups/nearest:6?year=2024-25&model=areas-2&council=hackney", "group")]
    [InlineData("POST", "/comparisons/savings-pct-net-budget/what-if?year=2024-25&" + Hackney, "peerGroup")]
    public async Task The_later_model_finds_its_own_areas_and_the_answer_names_it(string method, string address, string group)
    {
        var later = (await Ask(method, address)).GetProperty(group);
        Assert.Equal(("areas-2", "nearest:6"), (later.Text("model"), later.Text("code")));
        Assert.Equal(Six, later.GetProperty("members").Strings());

        var usual = (await Ask(method, address.Replace("&model=areas-2", "", StringComparison.Ordinal))).GetProperty(group);
        Assert.Equal("areas-1", usual.Text("model"));
        Assert.NotEqual(Six, usual.GetProperty("members").Strings());
    }

    [Theory]
    [InlineData("/trends/metrics/residential-nursing-unit-cost-65plus")]
    [InlineData("/trends/savings-categories")]
    [InlineData("/trends/metrics/residential-nursing-unit-cost-65plus/projection-accuracy")]
    public async Task Answers_over_years_name_the_model_of_their_peers(string address)
    {
        Assert.Equal("areas-2", (await samples.App.Get($"{address}?{Hackney}")).Text("peersModel"));
        Assert.Equal("areas-1", (await samples.App.Get($"{address}?peers=nearest&council=hackney")).Text("peersModel"));
        Assert.Null((await samples.App.Get($"{address}?peers=all")).Text("peersModel"));
    }

    [Fact]
    public async Task A_link_goes_on_to_be_of_the_model_that_was_asked_for()
    {
        var asked = await samples.App.Get("/comparisons/residential-nursing-unit-cost-65plus?year=2012-13&" + Hackney);
        var again = await samples.App.Get(asked.Text("permalink")!.Replace("/api/v1", "", StringComparison.Ordinal));
        Assert.Equal("areas-2", again.GetProperty("peerGroup").Text("model"));
        Assert.Equal(asked.GetProperty("summary").GetRawText(), again.GetProperty("summary").GetRawText());
        Assert.NotEqual(
            asked.GetProperty("summary").GetRawText(),
            (await samples.App.Get("/comparisons/residential-nursing-unit-cost-65plus?year=2012-13&peers=nearest:6&council=hackney"))
                .GetProperty("summary").GetRawText());
    }

    [Theory]
    [InlineData("/comparisons/savings-total?year=2012-13&council=hackney&peers=nearest&model=area-2", "model-unknown", "areas-2")]
    [InlineData("/trends/savings-categories?model=areas2", "model-unknown", "areas-2")]
    [InlineData("/comparisons/savings-total?year=2012-13&council=hackney&peers=nearest&model=2025", "model-unknown", "areas-1 areas-2")]
    [InlineData("/comparisons/savings-total?year=2012-13&model=areas-2", "model-unfit", "nearest")]
    [InlineData("/comparisons/savings-total?year=2012-13&peers=region:london&model=areas-1", "model-unfit", "nearest")]
    [InlineData("/comparisons/plane?x=savings-total&y=savings-per-resident&year=2012-13&model=areas-2", "model-unfit", "nearest")]
    [InlineData("/councils/hackney/profile?year=2012-13&model=areas-2", "model-unfit", "nearest")]
    [InlineData("/councils/hackney/opportunities?year=2012-13&peers=all&model=areas-2", "model-unfit", "nearest")]
    [InlineData("/trends/metrics/savings-total?council=hackney&model=areas-2", "model-unfit", "nearest")]
    [InlineData("/trends/savings-categories?council=hackney&model=areas-2", "model-unfit", "nearest")]
    [InlineData("/trends/metrics/savings-total/projection-accuracy?model=areas-2", "model-unfit", "nearest")]
    [InlineData("/peer-groups/all?model=areas-2", "model-unfit", "nearest")]
    [InlineData("/peer-groups?model=areas-2", "parameter-unknown", "year format")]
    public async Task A_model_that_is_none_or_would_change_nothing_is_refused(string address, string code, string valid)
    {
        using var answer = await samples.App.Send("GET", address);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((400, code), ((int)answer.StatusCode, problem.Text("code")));
        Assert.Equal(valid, string.Join(' ', problem.GetProperty("validValues").Strings()));
    }

    private Task<JsonElement> Ask(string method, string address) =>
        samples.App.Answer(method, address, method == "POST" ? """{"value": 2.5}""" : null);
}
