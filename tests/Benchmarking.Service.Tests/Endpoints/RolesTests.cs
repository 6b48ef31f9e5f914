using System.Net.Http.Json;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Microsoft.AspNetCore.Authorization;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>Every endpoint says what its caller does, and who may do what is judged in one place.</summary>
public sealed class RolesTests(InProcessService service) : IClassFixture<InProcessService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_endpoint_says_what_its_caller_does_or_that_it_is_open_to_everybody()
    {
        Assert.True(service.Endpoints.Count > 40, "The endpoints of the app are no longer found.");
        Assert.All(service.Endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<RequiredAct>() is not null ^ endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            $"{endpoint.DisplayName} says neither or both."));
    }

    [Fact]
    public void Only_probes_the_description_and_the_first_page_are_open_to_everybody() =>
        Assert.Equal(
            ["/", "/api/v1/health/live", "/api/v1/health/ready", "/api/v1/openapi/{documentName}.json", "/health/live", "/health/ready",
             "/openapi/{documentName}.json"],
            service.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}").Distinct().Order(StringComparer.Ordinal));

    /// <summary>Endpoints that change something answer nobody without a key, whatever they are: none can be forgotten.</summary>
    [Fact]
    public async Task Whatever_writes_or_is_the_operators_wants_a_key_and_says_how_it_is_shown()
    {
        var shut = service.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<RequiredAct>() is
            { Act: Act.FileReturn or Act.Refresh or Act.Save or Act.ReadOperations or Act.ManageKeys or Act.ReadFiled
                or Act.ReadFile }).ToArray();
        Assert.NotEmpty(shut);
        foreach (var endpoint in shut)
        {
            var address = endpoint.RoutePattern.RawText!
                .Replace("{council}", "hackney", StringComparison.Ordinal).Replace("{year}", "2012-13", StringComparison.Ordinal)
                .Replace("{kind}", "savings", StringComparison.Ordinal).Replace("{id}", "north", StringComparison.Ordinal)
                .Replace("{slug}", "north", StringComparison.Ordinal).Replace("{trigger}", "RefreshSlice", StringComparison.Ordinal)
                .Replace("{revision}", "1", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()!.HttpMethods[0];
            using var answer = await service.Send(method, address);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Equal((401, "key-missing"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
            Assert.Equal("ApiKey", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        }
    }

    [Fact]
    public async Task An_operators_key_does_not_file_for_a_path_that_is_not_right()
    {
        using var answer = await service.Send("PUT", "/api/v1/returns/Hackney/2012-13/savings", InProcessService.OperatorKey);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(Role.Anonymous, null, Act.ReadFiled, false)]
    [InlineData(Role.Council, "westminster", Act.ReadFiled, true)]
    [InlineData(Role.Council, "kensington-and-chelsea", Act.ReadFiled, true)]
    [InlineData(Role.Council, "tri-borough", Act.ReadFiled, true)]
    [InlineData(Role.Council, "hackney", Act.ReadFiled, false)]
    [InlineData(Role.Analyst, null, Act.ReadFiled, true)]
    [InlineData(Role.Council, "westminster", Act.ReadFile, true)]
    [InlineData(Role.Council, "kensington-and-chelsea", Act.ReadFile, false)]
    [InlineData(Role.Analyst, null, Act.ReadFile, false)]
    [InlineData(Role.Operator, null, Act.ReadFile, true)]
    [InlineData(Role.Council, "tri-borough", Act.FileReturn, false)]
    [InlineData(Role.Analyst, null, Act.FileReturn, false)]
    [InlineData(Role.Analyst, null, Act.Save, true)]
    [InlineData(Role.Analyst, null, Act.Refresh, false)]
    [InlineData(Role.Council, "westminster", Act.Save, false)]
    [InlineData(Role.Operator, null, Act.ManageKeys, true)]
    [InlineData(Role.Operator, null, (Act)99, false)]
    public void The_matrix_refuses_what_it_does_not_allow(object role, string? council, object act, bool allowed) =>
        Assert.Equal(allowed, AccessRules.Allows(
            new Caller((Role)role, "somebody", council is null ? null : CouncilCode.Parse(council)), (Act)act,
            CouncilCode.Parse("westminster"), openReads: true));

    [Theory]
    [InlineData(Role.Anonymous, null, "westminster/2012-13/savings.csv", ReceiptDepth.Codes)]
    [InlineData(Role.Council, "hackney", "westminster/2012-13/savings.csv", ReceiptDepth.Codes)]
    [InlineData(Role.Council, "kensington-and-chelsea", "westminster/2012-13/savings.csv", ReceiptDepth.Figures)]
    [InlineData(Role.Council, "kensington-and-chelsea", "westminster/2012-13/prices.csv", ReceiptDepth.Codes)]
    [InlineData(Role.Council, "westminster", "westminster/2012-13/prices.csv", ReceiptDepth.Whole)]
    [InlineData(Role.Analyst, null, "westminster/2012-13/activity.csv", ReceiptDepth.Figures)]
    [InlineData(Role.Analyst, null, "westminster/2012-13/prices.csv", ReceiptDepth.Codes)]
    [InlineData(Role.Operator, null, "westminster/2012-13/prices.csv", ReceiptDepth.Whole)]
    [InlineData(Role.Analyst, null, "my notes.csv", ReceiptDepth.Codes)]
    [InlineData(Role.Operator, null, "my notes.csv", ReceiptDepth.Whole)]
    public void A_receipt_is_as_deep_as_what_its_reader_may_read_of_the_return(
        object role, string? council, string blob, ReceiptDepth depth) =>
        Assert.Equal(depth, AccessRules.DepthOf(
            new Caller((Role)role, "somebody", council is null ? null : CouncilCode.Parse(council)),
            ReturnPath.TryParse(blob, out var path) ? path : null));
}
