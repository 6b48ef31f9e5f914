using System.Text.Json;

namespace Benchmarking.Service.Tests.Appraising;

/// <summary>The bodies here are those of the contract, field by field.</summary>
public sealed class AppraisalEndpointTests(AppraisalApp app) : IClassFixture<AppraisalApp>
{
    private const string Investment = "return-on-investment";
    private const string Attribution = "attribution";
    private const string Equalisation = "price-equalisation";

    private const string TriBorough = """
        {"discountRate": 0.04, "flows": [
          {"year": "2010-11", "in": 0, "out": 0}, {"year": "2011-12", "in": 146, "out": 517}, {"year": "2012-13", "in": 2949, "out": 150},
          {"year": "2013-14", "in": 7586, "out": 403}, {"year": "2014-15", "in": 10950, "out": 0}]}
        """;

    private const string ThreeCouncils = """
        {"average": "weighted", "factor": 0.5, "prices": [
          {"council": "barnet", "provider": "Sunrise", "service": "residential", "quantity": 10, "unitPrice": 500},
          {"council": "camden", "provider": "Sunrise", "service": "residential", "quantity": 20, "unitPrice": 530},
          {"council": "hackney", "provider": "Sunrise", "service": "residential", "quantity": 10, "unitPrice": 600},
          {"council": "hackney", "provider": "Solo", "service": "day care", "quantity": 5, "unitPrice": 40.5}]}
        """;

    [Fact]
    public async Task The_tri_borough_flows_pay_back_in_1_1_years_and_are_worth_17_977()
    {
        var (status, type, body) = await app.Post(Investment, TriBorough);
        Assert.Equal((200, "application/json"), (status, type));
        Assert.Equal([0, -371, 2799, 7183, 10950], Numbers(body.GetProperty("net")));
        Assert.Equal([0, -371, 2428, 9611, 20561], Numbers(body.GetProperty("cumulative")));
        Assert.Equal(1.13m, body.GetProperty("paybackYears").GetDecimal());
        Assert.Equal(17976.87m, body.GetProperty("netPresentValue").GetDecimal());
        Assert.Contains("year 0", body.GetProperty("convention").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Green_Book_is_a_schedule_with_its_own_rates_uplift_and_prices()
    {
        var (status, _, body) = await app.Post(Investment, """
            {"schedule": "green-book", "prices": "real", "optimismBias": 0.1, "flows": [
              {"year": "Year 0", "in": 0, "out": 100}, {"year": "Year 1", "in": 60, "out": 0}, {"year": "Year 2", "in": 60, "out": 0}]}
            """);
        Assert.Equal(200, status);
        Assert.Equal([1, 0.9662m, 0.9335m], Numbers(body.GetProperty("discountFactors")));
        Assert.Equal((113.98m, 110m, 1.04m, 3.98m), (
            body.GetProperty("presentSavings").GetDecimal(), body.GetProperty("presentCosts").GetDecimal(),
            body.GetProperty("benefitCostRatio").GetDecimal(), body.GetProperty("netPresentValue").GetDecimal()));
        Assert.Equal(("green-book", "real", JsonValueKind.Null), (
            body.GetProperty("schedule").GetString(), body.GetProperty("prices").GetString(), body.GetProperty("discountRate").ValueKind));
    }

    [Fact]
    public async Task What_never_pays_back_says_null()
    {
        var (_, _, body) = await app.Post(Investment, """{"discountRate": 0, "flows": [{"year": "2011-12", "in": 1, "out": 2.5}]}""");
        Assert.Equal(JsonValueKind.Null, body.GetProperty("paybackYears").ValueKind);
        Assert.Equal(-1.5m, body.GetProperty("netPresentValue").GetDecimal());
    }

    [Fact]
    public async Task An_amount_is_split_so_that_its_parts_add_to_it()
    {
        var (status, _, body) = await app.Post(Attribution, """
            {"amount": 10950, "decimals": 0, "base": [{"council": "hackney", "value": 1}, {"council": "camden", "value": 1}, {"council": "barnet", "value": 1.0}]}
            """);
        Assert.Equal(200, status);
        var parts = body.GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal(["hackney", "camden", "barnet"], parts.Select(part => part.GetProperty("council").GetString()));
        Assert.Equal([3650, 3650, 3650], parts.Select(part => part.GetProperty("amount").GetDecimal()));
        Assert.Equal(100, parts.Sum(part => part.GetProperty("share").GetDecimal()));
    }

    [Fact]
    public async Task Prices_are_equalised_for_who_pays_more_than_the_average()
    {
        var (status, _, body) = await app.Post(Equalisation, ThreeCouncils);
        Assert.Equal(200, status);
        Assert.Equal(300, body.GetProperty("total").GetDecimal());
        Assert.Equal(
            [("barnet", 0m), ("camden", 0m), ("hackney", 300m)],
            body.GetProperty("councils").EnumerateArray()
                .Select(c => (c.GetProperty("council").GetString(), c.GetProperty("saving").GetDecimal())));
        var provider = body.GetProperty("providers").EnumerateArray().Single();
        Assert.Equal(
            ("Sunrise", "residential", 540m, 300m),
            (provider.GetProperty("provider").GetString(), provider.GetProperty("service").GetString(),
                provider.GetProperty("averagePrice").GetDecimal(), provider.GetProperty("saving").GetDecimal()));
        Assert.Equal("Solo", body.GetProperty("notCompared")[0].GetProperty("provider").GetString());
    }

    [Fact]
    public async Task The_same_figures_come_as_CSV() => Assert.Equal(
        "council,share,amount\r\nhackney,66.6667,6.67\r\ncamden,33.3333,3.33\r\n",
        await app.PostForText($"{Attribution}?format=csv",
            """{"amount": 10, "decimals": 2, "base": [{"council": "hackney", "value": 2}, {"council": "camden", "value": 1}]}"""));

    [Theory]
    [InlineData(Investment, "", "body-unreadable")]
    [InlineData(Investment, "{\"discountRate\": 0.04,}", "body-unreadable")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"discountRate\": 0.05, \"flows\": []}", "body-unreadable")]
    [InlineData(Investment, "[]", "field-type")]
    [InlineData(Investment, "{\"flows\": [{\"year\": \"2011-12\", \"in\": 1, \"out\": 1}]}", "field-missing")]
    [InlineData(Investment, "{\"discountRate\": 0.04}", "field-missing")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"flows\": []}", "list-empty")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"flows\": {}}", "field-type")]
    [InlineData(Investment, "{\"discountRate\": \"0.04\", \"flows\": []}", "field-type")]
    [InlineData(Investment, "{\"discountRate\": 1e99, \"flows\": []}", "field-type")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"rate\": 1, \"flows\": []}", "field-unknown")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"flows\": [1]}", "field-type")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"flows\": [{\"year\": 2011, \"in\": 1, \"out\": 1}]}", "field-type")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"flows\": [{\"year\": \"2011-12\", \"in\": null, \"out\": 1}]}", "field-type")]
    [InlineData(Investment, "{\"discountRate\": 0.04, \"flows\": [{\"year\": \"2011-13\", \"in\": 1, \"out\": 1}]}", "year-unreadable")]
    [InlineData(Investment, "{\"discountRate\": 4, \"flows\": [{\"year\": \"2011-12\", \"in\": 1, \"out\": 1}]}",
        "discount-rate-out-of-range")]
    [InlineData(Investment, "{\"schedule\": \"green-book\", \"flows\": [{\"year\": \"2011-12\", \"in\": 1, \"out\": 1}]}",
        "prices-missing")]
    [InlineData(Investment, "{\"schedule\": \"green\", \"flows\": [{\"year\": \"2011-12\", \"in\": 1, \"out\": 1}]}", "schedule-unknown")]
    [InlineData(Attribution, "{\"amount\": 1, \"base\": [{\"council\": \"Hackney Council\", \"value\": 1}]}", "council-unreadable")]
    [InlineData(Attribution, "{\"amount\": 1, \"base\": [{\"council\": \"hackney\", \"value\": 0}]}", "base-empty")]
    [InlineData(Attribution, "{\"amount\": 1, \"decimals\": 1.5, \"base\": [{\"council\": \"hackney\", \"value\": 1}]}", "field-type")]
    [InlineData(Attribution, "{\"amount\": 1.5, \"base\": [{\"council\": \"hackney\", \"value\": 1}]}", "amount-finer-than-decimals")]
    [InlineData(Equalisation, "{\"average\": \"median\", \"prices\": []}", "average-unknown")]
    [InlineData(Equalisation,
        "{\"factor\": 50, \"prices\": [{\"council\": \"hackney\", \"provider\": \"p\", \"service\": \"s\", \"quantity\": 1, "
            + "\"unitPrice\": 1}]}", "share-out-of-range")]
    [InlineData(Equalisation,
        "{\"prices\": [{\"council\": \"hackney\", \"provider\": \"p\", \"service\": \"s\", \"quantity\": 0, \"unitPrice\": 1}]}",
        "quantity-out-of-range")]
    public async Task What_cannot_be_appraised_is_a_problem_with_a_code_and_what_would_be_right(string appraisal, string body, string code)
    {
        var (status, type, problem) = await app.Post(appraisal, body);
        Assert.Equal((400, "application/problem+json"), (status, type));
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task An_unknown_average_is_answered_with_those_there_are()
    {
        var (_, _, problem) = await app.Post(Equalisation,
            """{"average": "median", "prices": [{"council": "a", "provider": "p", "service": "s", "quantity": 1, "unitPrice": 1}]}""");
        Assert.Equal(["weighted", "simple"], problem.GetProperty("validValues").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task A_wrong_field_is_named_with_its_place()
    {
        var (_, _, problem) = await app.Post(Investment, TriBorough.Replace("\"in\": 7586", "\"in\": \"7,586\"", StringComparison.Ordinal));
        Assert.Contains("'flows[3].in'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_a_million_bytes_is_refused_and_so_are_unknown_parameters_and_keys()
    {
        Assert.Equal(413, (await app.Post(Investment, new string(' ', 1_000_001))).Status);
        Assert.Equal(400, (await app.Post($"{Investment}?rate=4", TriBorough)).Status);
        Assert.Equal(401, (await app.Post(Investment, TriBorough, key: "guessed")).Status);
    }

    private static IEnumerable<decimal> Numbers(JsonElement list) => list.EnumerateArray().Select(number => number.GetDecimal());
}
