using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Setup;

/// <summary>Why the app does not start: in plain words where settings are wrong, with the whole failure otherwise.</summary>
internal static class StartFailure
{
    public static void Log(ILogger log, Exception failure)
    {
        if (failure is OptionsValidationException refused)
        {
            Service.Log.StartRefused(log, string.Join(" ", refused.Failures));
        }
        else
        {
            Service.Log.StartFailed(log, failure);
        }
    }
}
