using System.Collections;
using System.Globalization;

namespace Benchmarking.Functions.CustomHandler;

/// <summary>What a Functions host says in the environment of the process it starts.</summary>
internal static class HostEnvironment
{
    private const string PortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>The port to listen on, or null where no host is there and the app stands alone.</summary>
    public static int? Port()
    {
        var text = Environment.GetEnvironmentVariable(PortVariable);
        return string.IsNullOrEmpty(text) ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port
            : throw new InvalidOperationException($"{PortVariable} is '{text}', which is no port.");
    }

    /// <summary>Forgets the host's own web settings, which a child inherits: its addresses, content root, environment name and start-up
    /// assemblies are not meant for this app.</summary>
    public static void ForgetInherited()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
