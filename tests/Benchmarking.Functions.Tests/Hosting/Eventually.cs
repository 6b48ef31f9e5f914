using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>Waits for what another process does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task True(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Found(() => condition() ? "" : null, what);

    public static async Task<T> Found<T>(Func<T?> look, [CallerArgumentExpression(nameof(look))] string what = "")
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            Assert.True(watch.Elapsed < Patience, $"Waited in vain for {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
