using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>Route and parameters are read strictly, whoever calls, and before roles are judged. Many of the situations are ones that users
/// of the framework reported of its binding.</summary>
public sealed partial class ParameterTests(InProcessService service) : IClassFixture<InProcessService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/comparisons/savings-total", 400, "parameter-missing",
        "The parameter 'year' is needed, a financial year such as 2012-13.")]
    [InlineData("/comparisons/savings-total?year=", 400, "parameter-missing",
        "The parameter 'year' is needed, a financial year such as 2012-13.")]
    [InlineData("/comparisons/savings-total?year=2012-14", 400, "year-unreadable", "'2012-14' is not a financial year such as 2012-13.")]
    [InlineData("/comparisons/savings-total?year=2012-13&year=2012-13", 400, "parameter-repeated",
        "The parameter 'year' is given 2 times.")]
    [InlineData("/comparisons/savings-total?year=2012-13&Year=2012-13", 400, "parameter-unknown", "There is no parameter 'Year' here.")]
    [InlineData("/comparisons/savings-total?Year=2012-13", 400, "parameter-unknown", "There is no parameter 'Year' here.")]
    [InlineData("/comparisons/savings-total?year=2012-13&per=", 400, "parameter-unknown", "There is no parameter 'per' here.")]
    [InlineData("/comparisons/savings-total?year=2012-13&status=Actual", 400, "status-unknown", "'Actual' is not a status of figures.")]
    [InlineData("/comparisons/savings-total?year=2012-13&status=0", 400, "status-unknown", "'0' is not a status of figures.")]
    [InlineData("/comparisons/savings-total?year=2012-13&basis=nominal", 400, "basis-unknown", "'nominal' is not a basis.")]
    [InlineData("/comparisons/savings-total?year=2012-13&funnel=1", 400, "funnel-unknown", "'1' is not a funnel.")]
    [InlineData("/comparisons/savings-total?year=2012-13&format=xml", 400, "format-unknown", "'xml' is not a format.")]
    [InlineData("/comparisons/savings-total?year=2012-13&council=Atlantis%20City", 400, "council-unreadable",
        "'Atlantis City' is no council's code, such as hackney, name or ONS code.")]
    [InlineData("/comparisons/savings-total?year=2012+13", 400, "year-unreadable", "'2012 13' is not a financial year such as 2012-13.")]
    [InlineData("/comparisons/savings-totl?year=2012-13", 404, "metric-unknown", "There is no metric 'savings-totl'.")]
    [InlineData("/comparisons/plane?x=savings-total&year=2012-13", 400, "parameter-missing",
        "The parameter 'y' is needed, the code of a metric; see /metrics.")]
    [InlineData("/exports/2012%2F13", 400, "year-unreadable", "'2012%2F13' is written 2012-13 in an address.")]
    [InlineData("/councils/Atlantis", 404, "council-unknown", "There is no council 'Atlantis'.")]
    [InlineData("/programmes/North", 400, "id-unreadable",
        "An id has 1 to 60 lower-case letters, digits and hyphens between them, such as north-plan.")]
    public async Task A_parameter_that_is_not_right_is_told_with_what_would_be(string address, int status, string code, string detail)
    {
        using var answer = await service.Send("GET", $"/api/v1{address}");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(
            (status, code, detail),
            ((int)answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_parameters_of_an_endpoint_are_listed_in_the_order_in_which_it_declares_them()
    {
        using var answer = await service.Send("GET", "/api/v1/trends/savings-categories?per=1");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(
            ["from", "to", "peers", "model", "council", "status", "level", "precision", "snapshot", "format"],
            problem.GetProperty("validValues").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("/councils?region=&class=&q=hackney")]
    [InlineData("/councils?q=hackney&year=")]
    [InlineData("/councils?q=hackney&format=")]
    public async Task A_parameter_left_empty_as_forms_send_it_was_not_given(string address)
    {
        var answer = await service.Http.GetFromJsonAsync<JsonElement>($"/api/v1{address}", Cancellation);
        Assert.Equal("hackney", answer.GetProperty("councils")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_address_in_the_wrong_case_is_told_the_right_one_before_roles_are_judged(string method)
    {
        using var answer = await service.Send(method, "/api/v1/returns/Hackney/2012-13/savings");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((404, "council-unknown"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("/returns/hackney/2012-13/savings", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_with_a_slash_is_told_its_form_before_roles_are_judged()
    {
        using var answer = await service.Send("PUT", "/api/v1/returns/hackney/2012%2F13/savings");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((400, "year-unreadable"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("2012-13", problem.GetProperty("validValues")[0].GetString());
    }

    [Theory]
    [InlineData("/api/v1/returns/hackney/2012/13/savings", "/api/v1/returns/hackney/2012-13/savings")]
    [InlineData("/api/v1/returns/Hackney/2012/2013/Savings", "/api/v1/returns/hackney/2012-13/savings")]
    [InlineData("/api/v1/returns/hackney/2012/2013/savings/validation", "/api/v1/returns/hackney/2012-13/savings/validation")]
    [InlineData("/api/v1/exports/2012/13", "/api/v1/exports/2012-13")]
    [InlineData("/api/v1/exports/2012/14", null)]
    public async Task A_year_that_is_two_parts_of_an_address_is_told_the_right_one(string address, string? right)
    {
        using var answer = await service.Send("PUT", address);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((404, "route-unknown"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(right, problem.TryGetProperty("validValues", out var values) && values.ValueKind == JsonValueKind.Array
            ? values[0].GetString()
            : null);
    }

    [Fact]
    public async Task A_file_sent_in_a_form_is_told_to_be_sent_alone()
    {
        using var form = new MultipartFormDataContent { { new StringContent("financial_year,category"), "file", "savings.csv" } };
        using var answer = await service.Send("PUT", "/api/v1/returns/hackney/2012-13/savings", InProcessService.OperatorKey, body: form);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((415, "body-multipart"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("--data-binary @FILE", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>An officer signs what was looked at, not what happens to serve.</summary>
    [Fact]
    public async Task A_sign_off_that_names_no_revision_is_told_that_it_is_needed()
    {
        using var answer = await service.Send(
            "POST", "/api/v1/returns/hackney/2012-13/savings/sign-off", InProcessService.OperatorKey,
            body: JsonContent.Create(new { role = "section-151-officer", name = "A. Officer" }));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((400, "field-missing"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("'revision'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/councils/hackney")]
    [InlineData("/metrics/savings-total")]
    [InlineData("/health/live")]
    public async Task An_answer_that_is_no_table_is_not_had_as_one(string address)
    {
        using var answer = await service.Send("GET", $"/api/v1{address}?format=csv");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((400, "format-unknown"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("json", Assert.Single(problem.GetProperty("validValues").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("/api/v1/nothing", "route-unknown")]
    [InlineData("/api/v1/returns/hackney/2012/13/savings", "route-unknown")]
    [InlineData("/API/v1/Metrics?per=1", "parameter-unknown")]
    [InlineData("/api/v1/metrics/?per=1", "parameter-unknown")]
    public async Task An_unknown_address_is_a_problem_and_case_and_a_trailing_slash_do_not_make_one(string address, string code)
    {
        using var answer = await service.Send("GET", address);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_body_sent_with_a_GET_is_not_looked_at()
    {
        using var answer = await service.Send("GET", "/api/v1/councils?q=hackney", body: new StringContent("{\"q\": \"kent\"}"));
        Assert.Contains("hackney", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_parameter_that_is_taken_and_no_other()
    {
        var description = await service.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancellation);
        var operation = description.GetProperty("paths").GetProperty("/api/v1/comparisons/{metric}").GetProperty("get");
        Assert.Equal(
            ["metric", "year", "peers", "model", "council", "status", "basis", "target", "precision", "snapshot", "origin", "funnel", "format"],
            operation.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.True(operation.TryGetProperty("security", out _));
        Assert.All(description.GetProperty("paths").EnumerateObject(), path => Assert.All(
            Hole().Matches(path.Name).Select(match => match.Groups[1].Value),
            hole => Assert.All(path.Value.EnumerateObject(), method => Assert.Contains(
                method.Value.GetProperty("parameters").EnumerateArray(),
                parameter => parameter.GetProperty("name").GetString() == hole && parameter.GetProperty("in").GetString() == "path"))));
        Assert.DoesNotContain(
            description.GetProperty("paths").EnumerateObject(), path => path.Value.TryGetProperty("head", out _));
    }

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Hole();
}
