using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Security;

/// <summary>That the caller may do an act; the resource is the council that the request is about, where it is about one.</summary>
internal sealed record ActRequirement(Act Act) : IAuthorizationRequirement;

/// <summary>Decides by <see cref="AccessRules"/>.</summary>
internal sealed class ActHandler(IOptions<BenchmarkingOptions> options) : AuthorizationHandler<ActRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ActRequirement requirement)
    {
        if (AccessRules.Allows(Caller.Of(context.User), requirement.Act, context.Resource as CouncilCode?, options.Value.OpenReads))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
