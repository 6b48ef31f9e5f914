using System.Diagnostics;
using Benchmarking.Service.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Benchmarking.Functions.Http;

/// <summary>The service's ASP.NET Core pipeline inside the worker. The worker's own cannot be extended, so that every HTTP function hands
/// its request to this one, whichever function the host chose.</summary>
internal sealed class InnerPipeline
{
    private readonly RequestDelegate pipeline;
    private readonly IHttpContextAccessor? accessor;

    public InnerPipeline(IServiceProvider services, IHttpContextAccessor? accessor = null)
    {
        this.accessor = accessor;
        var app = new ApplicationBuilder(services);
        app.UseService();
        pipeline = app.Build();
    }

    public async Task Run(HttpRequest request)
    {
        var context = request.HttpContext;
        accessor?.HttpContext = context;

        // Without it a problem's trace id would be the connection's.
        Activity.Current = context.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current;

        // What the worker's routing found is the function; the inner routing begins anew.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await pipeline(context);
    }
}
