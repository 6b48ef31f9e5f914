using System.Text;

namespace Benchmarking.CommandLine;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await CouncilBench.RunAsync(arguments, ProcessEnvironment.OfThisProcess(), stop.Token);
    }
}
