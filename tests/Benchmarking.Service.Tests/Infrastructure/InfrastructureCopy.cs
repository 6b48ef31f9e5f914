namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>A copy of <c>infra/</c> that may be broken, and in which the compiler may leave its results.</summary>
internal sealed class InfrastructureCopy : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("benchmarking-infra-");

    public InfrastructureCopy()
    {
        foreach (var file in Directory.GetFiles(BicepCompiler.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(BicepCompiler.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder => directory.FullName;

    public void Dispose() => directory.Delete(recursive: true);
}
